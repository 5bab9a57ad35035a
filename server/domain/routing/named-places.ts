import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Condition, Question } from "@/server/domain/routing/condition";
import { type AllocationRule, type Fallbacks, obstacles, type Treatment } from "@/server/domain/routing/rule";

/** Where something is named, such as queueRules[3].treatment.steps[0].to. */
export interface Place<Id> {
  readonly path: string;
  readonly id: Id;
}

function* questionPlaces(condition: Condition, path: string): Generator<Place<Question>> {
  if ("not" in condition) yield* questionPlaces(condition.not, `${path}.not`);
  else if ("all" in condition || "any" in condition) {
    const [joint, parts] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
    for (const [index, part] of parts.entries()) yield* questionPlaces(part, `${path}.${joint}[${index}]`);
  } else yield { path, id: condition };
}

/** Where a condition names groups. */
export function groupsAskedOf(condition: Condition, path: string): Place<SkillGroupId>[] {
  return [...questionPlaces(condition, path)].flatMap(({ id: question, path: at }) =>
    "skillGroupId" in question ? [{ path: `${at}.skillGroupId`, id: question.skillGroupId }] : [],
  );
}

/** Where a condition names agents. */
export function agentsAskedOf(condition: Condition, path: string): Place<UserId>[] {
  return [...questionPlaces(condition, path)].flatMap(({ id: question, path: at }) =>
    question.fact === "lastAgentId" ? placesIn(question.values, `${at}.values`) : [],
  );
}

/** Where a treatment names groups. */
export function groupsTreatedBy(
  { skillGroupId, otherwise, steps }: Treatment,
  path: string,
): Place<SkillGroupId>[] {
  const ofSteps = steps.flatMap((step, index) => {
    const at = `${path}.steps[${index}].to`;
    if (step.kind === "widen") return placesIn(step.to, at);
    return step.kind === "overflow" ? [{ path: at, id: step.to }] : [];
  });
  const own = { path: `${path}.skillGroupId`, id: skillGroupId };
  return [own, ...groupsOfFallbacks(otherwise, `${path}.otherwise`), ...ofSteps];
}

/** Where it is said what groups take over from another. */
export function groupsOfFallbacks(otherwise: Fallbacks, path: string): Place<SkillGroupId>[] {
  return obstacles.flatMap((obstacle) => {
    const fallback = otherwise[obstacle];
    return fallback.kind === "overflow" ? [{ path: `${path}.${obstacle}.to`, id: fallback.to }] : [];
  });
}

/** Where an order of agents names them. */
export function agentsOrderedBy(order: AllocationRule["order"], path: string): Place<UserId>[] {
  return order.by === "fixed" ? placesIn(order.agentIds, `${path}.agentIds`) : [];
}

function placesIn<Id>(ids: readonly (Id | null)[], path: string): Place<Id>[] {
  return ids.flatMap((id, index) => (id === null ? [] : [{ path: `${path}[${index}]`, id }]));
}
