import { z } from "zod";
import { SkillGroupId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { type ArrivalOutcome, type Decision, decideArrival } from "@/server/domain/routing/decide";
import { CallFacts, GroupFacts } from "@/server/domain/routing/facts";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
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

export const EXAMPLES_MAX = 500;
export const ExampleTests = z.array(ExampleTest).max(EXAMPLES_MAX);

/** Whether an example came out as expected, what came, and the decision that tells why. */
export interface ExampleRun {
  readonly isPassed: boolean;
  readonly came: Expectation;
  readonly decision: Decision<ArrivalOutcome, ArrivalTrace>;
}

/** Tries an example on a rule set: the decision is the one that a real call would get. */
export function runExample(
  ruleSet: RuleSet,
  { call, groups, at, expected }: ExampleTest,
  settings: SettingsByGroup,
): ExampleRun {
  const floor = floorOf({ groups }, settings);
  const decision = decideArrival(ruleSet, { facts: call }, { floor, now: at });
  const came = expectationOf(decision.outcome, ruleSet);
  return { isPassed: isAsExpected(came, expected), came, decision };
}

function expectationOf(outcome: ArrivalOutcome, { queueRules }: RuleSet): Expectation {
  if (outcome.kind !== "enter") return { kind: outcome.kind };
  const rule = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
  return { kind: "enter", skillGroupId: outcome.skillGroupId, priority: rule?.treatment.priority ?? null };
}

function isAsExpected(came: Expectation, expected: Expectation): boolean {
  if (came.kind !== "enter" || expected.kind !== "enter") return came.kind === expected.kind;
  const isPriority = expected.priority === null || expected.priority === came.priority;
  return isPriority && came.skillGroupId === expected.skillGroupId;
}
