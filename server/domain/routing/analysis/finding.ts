import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Way } from "@/server/domain/routing/analysis/coming";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Obstacle, RuleId } from "@/server/domain/routing/rule";

/** Where in the editor a finding belongs. */
export type FindingPlace =
  | { readonly ruleId: RuleId; readonly step?: number }
  | { readonly skillGroupId: SkillGroupId; readonly ring?: number };

/**
 * A way that a call goes: from one group to another because of an obstacle there, or because a step of this
 * rule was due while it waited.
 */
export type Hop = { readonly from: SkillGroupId; readonly to: SkillGroupId } & (
  | { readonly because: Obstacle }
  | { readonly because: "step"; readonly ruleId: RuleId }
);

/** What is wrong. */
export type Fault =
  | { readonly kind: "contradiction" }
  | { readonly kind: "neverMatches"; readonly coveredBy: readonly RuleId[] }
  | { readonly kind: "partlyCovered"; readonly coveredBy: readonly RuleId[] }
  | { readonly kind: "noLastRule" }
  | { readonly kind: "circle"; readonly hops: readonly Hop[] }
  /** Callers come, by these hops, to a group that is then always closed, and wait there for nobody. */
  | { readonly kind: "endsNowhere"; readonly hops: readonly Hop[]; readonly skillGroupId: SkillGroupId }
  | { readonly kind: "groupWithoutRule"; readonly skillGroupId: SkillGroupId }
  | { readonly kind: "groupNotReached" }
  | { readonly kind: "groupWithoutAgents"; readonly skillGroupId: SkillGroupId }
  /** Whenever calls come to a group in this way, it is closed. */
  | { readonly kind: "neverOpen"; readonly skillGroupId: SkillGroupId; readonly way: Way }
  | { readonly kind: "ringRepeats" }
  | { readonly kind: "stepAfterEnd" }
  | { readonly kind: "stepAfterLongestWait"; readonly longestWaitSeconds: number }
  | { readonly kind: "stepsOutOfOrder" }
  | { readonly kind: "stepChangesNothing" };

/** With an error nothing may be published; with a warning it may. */
export type Severity = "error" | "warning";

export const severities: Readonly<Record<Fault["kind"], Severity>> = {
  contradiction: "error",
  neverMatches: "error",
  partlyCovered: "warning",
  noLastRule: "error",
  circle: "error",
  endsNowhere: "warning",
  groupWithoutRule: "error",
  groupNotReached: "warning",
  groupWithoutAgents: "error",
  neverOpen: "error",
  ringRepeats: "warning",
  stepAfterEnd: "warning",
  stepAfterLongestWait: "warning",
  stepsOutOfOrder: "error",
  stepChangesNothing: "warning",
};

/** Something about a rule set that its author should know, with a call that shows it where one can. */
export interface Finding {
  readonly fault: Fault;
  readonly severity: Severity;
  /** Null when it is about the rule set as a whole. */
  readonly place: FindingPlace | null;
  readonly example: Example | null;
}

/** A finding as severe as its fault always is. */
export function finding(fault: Fault, place: FindingPlace | null, example: Example | null = null): Finding {
  return { fault, severity: severities[fault.kind], place, example };
}
