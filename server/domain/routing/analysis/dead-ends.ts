import type { SkillGroupId } from "@/server/domain/identifiers";
import { type Finding, finding, type Hop } from "@/server/domain/routing/analysis/finding";
import type { Match } from "@/server/domain/routing/analysis/matches";
import type { Condition } from "@/server/domain/routing/condition";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import type { Space } from "@/server/domain/routing/regions/space";
import type { RuleSet } from "@/server/domain/routing/rule";

/** That a group is open, or that it is not. */
export function isOpen(skillGroupId: SkillGroupId, value: boolean): Condition {
  // One question both ways: a space knows only the questions that it was made for.
  const question = { fact: "isOpen", skillGroupId, operator: "is", value: true } as const;
  return value ? question : { not: question };
}

/**
 * Groups that are closed whenever a rule's calls come to them: its own, and those that it goes on to while
 * that one is closed; and chains of these at the end of which a caller waits for nobody. @throws TooEntangled
 */
export function findDeadEnds({ rule, taken }: Match, ruleSet: RuleSet, space: Space): Finding[] {
  const { skillGroupId, otherwise } = rule.treatment;
  const place = { ruleId: rule.ruleId };
  const neverOpen = (group: SkillGroupId, region: Diagram) =>
    finding({ kind: "neverOpen", skillGroupId: group }, place, space.exampleOf(region) ?? null);
  const found = isNeverOpen(skillGroupId, taken, space) ? [neverOpen(skillGroupId, taken)] : [];
  const coming = space.diagrams.and(taken, space.regionOf(isOpen(skillGroupId, false)));
  const hops: Hop[] = [];
  let from = skillGroupId;
  let fallback = otherwise.closed;
  while (fallback.kind === "overflow") {
    const { to } = fallback;
    const isRound = to === skillGroupId || hops.some((hop) => hop.to === to);
    if (isRound || !isNeverOpen(to, coming, space)) return found;
    found.push(neverOpen(to, coming));
    hops.push({ from, because: "closed", to });
    from = to;
    const next = ruleSet.allocationRules.find((of) => of.skillGroupId === to)?.otherwise.closed;
    fallback = next ?? { kind: "waitAnyway" };
  }
  if (fallback.kind !== "waitAnyway" || hops.length === 0) return found;
  const end = { kind: "endsNowhere", hops, skillGroupId: from } as const;
  return [...found, finding(end, place, space.exampleOf(coming) ?? null)];
}

/** Whether a group is closed at every moment of a region, which is not empty. @throws TooEntangled */
function isNeverOpen(skillGroupId: SkillGroupId, region: Diagram, space: Space): boolean {
  const { diagrams } = space;
  const whileOpen = diagrams.and(region, space.regionOf(isOpen(skillGroupId, true)));
  return region !== diagrams.nothing && whileOpen === diagrams.nothing;
}
