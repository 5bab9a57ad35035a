import { z } from "zod";
import { SkillGroupId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { type ArrivalOutcome, type Decision, decideArrival } from "@/server/domain/routing/decide";
import { CallFacts, GroupFacts } from "@/server/domain/routing/facts";
import type { GroupSettings } from "@/server/domain/routing/group-settings";
import { floorOf } from "@/server/domain/routing/regions/example";
import type { RuleSet } from "@/server/domain/routing/rule";
import type { ArrivalTrace } from "@/server/domain/routing/trace";

export const ExampleId = z.uuid().brand<"ExampleId">();
export type ExampleId = z.infer<typeof ExampleId>;

/** What is to become of a call on its arrival. */
export const Expectation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("enter"),
    skillGroupId: SkillGroupId,
    /** Null where any priority will do. */
    priority: z.int().min(-1000).max(1000).nullable(),
  }),
  z.strictObject({ kind: z.literal("callback") }),
  z.strictObject({ kind: z.literal("hangUp") }),
]);
export type Expectation = z.infer<typeof Expectation>;

/** A call that a supervisor wrote down with what is to become of it: it lives with the rule set. */
export const ExampleTest = z.strictObject({
  exampleId: ExampleId,
  name: z.string().min(1).max(200),
  call: CallFacts,
  /** The groups of which something is told; of the others, somebody is there and nobody waits. */
  groups: z.array(GroupFacts).max(200),
  at: Instant,
  expected: Expectation,
});
export type ExampleTest = z.infer<typeof ExampleTest>;

/** Whether a call is treated as was expected, and how it is treated. */
export interface ExampleResult {
  readonly isPassed: boolean;
  readonly decision: Decision<ArrivalOutcome, ArrivalTrace>;
}

/** Runs an example through the rules. */
export function runExample(
  ruleSet: RuleSet,
  { call, groups, at, expected }: ExampleTest,
  settings: readonly GroupSettings[],
): ExampleResult {
  const hours = new Map(settings.map((group) => [group.skillGroupId, group.hours]));
  const floor = floorOf({ call, groups, at }, hours);
  const decision = decideArrival(ruleSet, { facts: call }, { floor, now: at });
  return { isPassed: isAsExpected(ruleSet, decision.outcome, expected), decision };
}

function isAsExpected({ queueRules }: RuleSet, outcome: ArrivalOutcome, expected: Expectation): boolean {
  if (outcome.kind !== "enter" || expected.kind !== "enter") return outcome.kind === expected.kind;
  const rule = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
  const isPriority = expected.priority === null || expected.priority === rule?.treatment.priority;
  return isPriority && outcome.skillGroupId === expected.skillGroupId;
}
