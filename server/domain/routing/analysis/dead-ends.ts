import type { SkillGroupId } from "@/server/domain/identifiers";
import { type Finding, finding, type Hop } from "@/server/domain/routing/analysis/finding";
import { isOpen } from "@/server/domain/routing/analysis/hurdles";
import type { Match } from "@/server/domain/routing/analysis/matches";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import type { Space } from "@/server/domain/routing/regions/space";
import type { RuleSet } from "@/server/domain/routing/rule";

/**
 * A chain of groups that are closed whenever the one before sends a rule's calls on because it is closed, and at
 * the end of which a caller waits for nobody. @throws TooEntangled
 */
export function findDeadEnds({ rule, taken }: Match, ruleSet: RuleSet, space: Space): Finding[] {
  const { skillGroupId, otherwise } = rule.treatment;
  const closed = space.regionOf(isOpen(skillGroupId, false));
  const coming = space.diagrams.and(space.momentsAndFloorsOf(taken), closed);
  const hops: Hop[] = [];
  let from = skillGroupId;
  let fallback = otherwise.closed;
  while (fallback.kind === "overflow") {
    const { to } = fallback;
    const isRound = to === skillGroupId || hops.some((hop) => hop.to === to);
    if (isRound || !isNeverOpen(to, coming, space)) return [];
    hops.push({ from, because: "closed", to });
    from = to;
    const next = ruleSet.allocationRules.find((of) => of.skillGroupId === to)?.otherwise.closed;
    fallback = next ?? { kind: "waitAnyway" };
  }
  if (fallback.kind !== "waitAnyway" || hops.length === 0) return [];
  const end = { kind: "endsNowhere", hops, skillGroupId: from } as const;
  const example = space.exampleOf(space.diagrams.and(taken, closed));
  return [finding(end, { ruleId: rule.ruleId }, example ?? null)];
}

/** Whether a group is closed at every moment of a region, which is not empty. @throws TooEntangled */
function isNeverOpen(skillGroupId: SkillGroupId, region: Diagram, space: Space): boolean {
  const { diagrams } = space;
  const whileOpen = diagrams.and(region, space.regionOf(isOpen(skillGroupId, true)));
  return region !== diagrams.nothing && whileOpen === diagrams.nothing;
}
