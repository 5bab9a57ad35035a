import type { SkillGroupId } from "@/server/domain/identifiers";
import { type Finding, finding, type Hop } from "@/server/domain/routing/analysis/finding";
import type { Match } from "@/server/domain/routing/analysis/matches";
import { circlesIn, groupsNamedBy, overflowHops, reachedFrom } from "@/server/domain/routing/analysis/ways";
import type { Condition } from "@/server/domain/routing/condition";
import type { Space } from "@/server/domain/routing/regions/space";
import type { RuleSet } from "@/server/domain/routing/rule";

export function isOpen(skillGroupId: SkillGroupId, value: boolean): Condition {
  return { fact: "isOpen", skillGroupId, operator: "is", value };
}

/** The groups that rules send calls to, and how those fare there. @throws TooEntangled */
export function findGroupFaults(
  ruleSet: RuleSet,
  matches: readonly Match[],
  { space, staffed }: { readonly space: Space; readonly staffed: ReadonlySet<SkillGroupId> },
): Finding[] {
  const withRule = new Set(ruleSet.allocationRules.map(({ skillGroupId }) => skillGroupId));
  const reached = reachedFrom(
    matches.flatMap(({ rule }) => [...groupsNamedBy(rule.treatment)]),
    ruleSet,
  );
  const ofRules = matches.flatMap(({ rule, taken }) => {
    const place = { ruleId: rule.ruleId };
    const { skillGroupId } = rule.treatment;
    const named = [...groupsNamedBy(rule.treatment)];
    const faults = named.flatMap((group) =>
      faultsOf(group, { withRule, staffed }).map((fault) => finding(fault, place)),
    );
    const { diagrams } = space;
    const whileOpen = diagrams.and(taken, space.regionOf(isOpen(skillGroupId, true)));
    if (taken === diagrams.nothing || whileOpen !== diagrams.nothing) return faults;
    return [...faults, finding({ kind: "neverOpen", skillGroupId }, place, space.exampleOf(taken) ?? null)];
  });
  const ofGroups = ruleSet.allocationRules.flatMap(({ skillGroupId }) =>
    reached.has(skillGroupId) ? [] : [finding({ kind: "groupNotReached" }, { skillGroupId })],
  );
  const missing = overflowHops(ruleSet).filter(({ to }) => !withRule.has(to));
  const ofHops = missing.map(({ from, to }) =>
    finding({ kind: "groupWithoutRule", skillGroupId: to }, { skillGroupId: from }),
  );
  return [...ofRules, ...ofGroups, ...ofHops, ...findCircles(ruleSet, space)];
}

function faultsOf(
  skillGroupId: SkillGroupId,
  {
    withRule,
    staffed,
  }: { readonly withRule: ReadonlySet<SkillGroupId>; readonly staffed: ReadonlySet<SkillGroupId> },
) {
  if (!withRule.has(skillGroupId)) return [{ kind: "groupWithoutRule" as const, skillGroupId }];
  return staffed.has(skillGroupId) ? [] : [{ kind: "groupWithoutAgents" as const, skillGroupId }];
}

/** Groups that send calls round in a circle, at a time at which every one of them does. @throws TooEntangled */
function findCircles(ruleSet: RuleSet, space: Space): Finding[] {
  return circlesIn(overflowHops(ruleSet)).flatMap((hops) => {
    const [first] = hops;
    const region = space.regionOf({ all: hops.map(stateOf) });
    const example = space.exampleOf(region);
    if (first === undefined || example === undefined) return [];
    return [finding({ kind: "circle", hops }, { skillGroupId: first.from }, example)];
  });
}

/** What a group must be like for calls to hop from it: closed, or open and something else is in the way. */
function stateOf({ from, because }: Hop): Condition {
  return isOpen(from, because !== "closed");
}
