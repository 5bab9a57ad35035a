import type { SkillGroupId } from "@/server/domain/identifiers";
import { findDeadEnds } from "@/server/domain/routing/analysis/dead-ends";
import { type Finding, finding, type Hop } from "@/server/domain/routing/analysis/finding";
import { isOpen } from "@/server/domain/routing/analysis/hurdles";
import type { Match } from "@/server/domain/routing/analysis/matches";
import { neverOpenFinder } from "@/server/domain/routing/analysis/never-open";
import {
  circlesIn,
  groupsNamedBy,
  overflowHops,
  reachedFrom,
  stepHops,
} from "@/server/domain/routing/analysis/ways";
import type { Condition } from "@/server/domain/routing/condition";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Space } from "@/server/domain/routing/regions/space";
import type { RuleSet } from "@/server/domain/routing/rule";

/** The groups that rules send calls to, and how those fare there. @throws TooEntangled */
export function findGroupFaults(
  ruleSet: RuleSet,
  matches: readonly Match[],
  {
    space,
    staffed,
    settings,
  }: {
    readonly space: Space;
    readonly staffed: ReadonlySet<SkillGroupId>;
    readonly settings: SettingsByGroup;
  },
): Finding[] {
  const findNeverOpen = neverOpenFinder(ruleSet, { space, settings });
  const withRule = new Set(ruleSet.allocationRules.map(({ skillGroupId }) => skillGroupId));
  const reached = reachedFrom(
    matches.flatMap(({ rule }) => [...groupsNamedBy(rule.treatment)]),
    ruleSet,
  );
  const ofRules = matches.flatMap((match) => {
    const { rule } = match;
    const place = { ruleId: rule.ruleId };
    const named = [...groupsNamedBy(rule.treatment)];
    const faults = named.flatMap((group) =>
      faultsOf(group, { withRule, staffed }).map((fault) => finding(fault, place)),
    );
    return [...faults, ...findNeverOpen(match), ...findDeadEnds(match, ruleSet, space)];
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
  const ofGroups = overflowHops(ruleSet);
  const circles = circlesIn(ofGroups);
  const atOnce = circles.flatMap((hops) => {
    const region = space.regionOf({ all: hops.map(stateOf) });
    const example = space.exampleOf(region);
    return example === undefined ? [] : [circle(hops, example)];
  });
  const inTime = ruleSet.queueRules.flatMap((rule) => {
    const hops = rule.isEnabled ? stepHops(rule) : [];
    if (hops.length === 0) return [];
    // Time passes at a step, and a group that was closed may be open then: each hop may happen by itself.
    return circlesIn([...hops, ...ofGroups])
      .filter((way) => way.some(({ because }) => because === "step"))
      .map((way) => circle(way, null));
  });
  return [...atOnce, ...inTime];
}

function circle(hops: readonly Hop[], example: Example | null): Finding {
  const ruleIds = hops.flatMap((hop) => (hop.because === "step" ? [hop.ruleId] : []));
  const [first] = hops;
  const [ruleId] = ruleIds;
  // A step is taken once: nobody goes round for ever, but back to where they waited in vain.
  if (ruleId !== undefined) return { ...finding({ kind: "circle", hops }, { ruleId }), severity: "warning" };
  return finding(
    { kind: "circle", hops },
    first === undefined ? null : { skillGroupId: first.from },
    example,
  );
}

/** What a group must be like for calls to hop from it: closed, or open and something else is in the way. */
function stateOf({ from, because }: Hop): Condition {
  return isOpen(from, because !== "closed");
}
