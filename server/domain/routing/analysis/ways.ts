import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Hop } from "@/server/domain/routing/analysis/finding";
import {
  type Fallbacks,
  obstacles,
  type QueueRule,
  type RuleSet,
  type Treatment,
} from "@/server/domain/routing/rule";

/** Where a group sends the calls that overflow into it and cannot stay. */
export function hopsFrom(skillGroupId: SkillGroupId, otherwise: Fallbacks): Hop[] {
  return obstacles.flatMap((because) => {
    const fallback = otherwise[because];
    return fallback.kind === "overflow" ? [{ from: skillGroupId, because, to: fallback.to }] : [];
  });
}

/** Every hop between groups that calls may make which overflowed before. */
export function overflowHops({ allocationRules }: RuleSet): Hop[] {
  return allocationRules.flatMap(({ skillGroupId, otherwise }) => hopsFrom(skillGroupId, otherwise));
}

/** Where the steps of a rule send its calls, from the group that they are in when the step is due. */
export function stepHops({ ruleId, treatment }: QueueRule): Hop[] {
  let from = treatment.skillGroupId;
  return treatment.steps.flatMap((step): Hop[] => {
    if (step.kind !== "overflow") return [];
    const hop: Hop = { from, because: "step", ruleId, to: step.to };
    from = step.to;
    return [hop];
  });
}

/** The groups that a treatment itself names: its own, those that it widens to, and those that it overflows to. */
export function groupsNamedBy({ skillGroupId, otherwise, steps }: Treatment): Set<SkillGroupId> {
  const ofSteps = steps.flatMap((step) => {
    if (step.kind === "widen") return step.to;
    return step.kind === "overflow" ? [step.to] : [];
  });
  return new Set([skillGroupId, ...hopsFrom(skillGroupId, otherwise).map(({ to }) => to), ...ofSteps]);
}

/** The groups that calls can come to from these, by overflowing on and on. */
export function reachedFrom(groups: Iterable<SkillGroupId>, ruleSet: RuleSet): Set<SkillGroupId> {
  const reached = new Set(groups);
  const hops = overflowHops(ruleSet);
  // A set goes on to what is added to it meanwhile.
  for (const group of reached) for (const { from, to } of hops) if (from === group) reached.add(to);
  return reached;
}

/** So many circles are told at most: among groups that all send calls to each other there are too many. */
const CIRCLES_MAX = 50;
const HOPS_LOOKED_AT_MAX = 20_000;

/** Ways through the hops that come back to where they began, each once, up to fifty. */
export function circlesIn(hops: readonly Hop[]): Hop[][] {
  const circles = new Map<string, Hop[]>();
  let looked = 0;
  const walk = (way: readonly Hop[]) => {
    const [first] = way;
    const last = way.at(-1);
    looked += 1;
    if (first === undefined || last === undefined) return;
    if (circles.size >= CIRCLES_MAX || looked > HOPS_LOOKED_AT_MAX) return;
    if (last.to === first.from) {
      circles.set(nameOf(way), [...way]);
      return;
    }
    if (way.some(({ from }) => from === last.to)) return;
    for (const hop of hops) if (hop.from === last.to) walk([...way, hop]);
  };
  for (const hop of hops) walk([hop]);
  return [...circles.values()];
}

/** One name for a circle wherever it begins. */
function nameOf(way: readonly Hop[]): string {
  return way
    .map(({ from, because, to }) => `${from} ${because} ${to}`)
    .sort()
    .join(" → ");
}
