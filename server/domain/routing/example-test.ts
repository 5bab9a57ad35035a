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

/** What became of an example, and whether that is what was expected. */
export interface ExampleRun {
  readonly isMet: boolean;
  readonly decision: Decision<ArrivalOutcome, ArrivalTrace>;
}

/** Decides on an example by a rule set, with the opening hours that the groups have. */
export function runExample(
  ruleSet: RuleSet,
  example: ExampleTest,
  settings: readonly GroupSettings[],
): ExampleRun {
  const hours = new Map(settings.map((group) => [group.skillGroupId, group.hours]));
  const decision = decideArrival(
    ruleSet,
    { facts: example.call },
    { floor: floorOf(example, hours), now: example.at },
  );
  return { isMet: meets(ruleSet, example.expected, decision.outcome), decision };
}

function meets({ queueRules }: RuleSet, expected: Expectation, outcome: ArrivalOutcome): boolean {
  if (expected.kind !== "enter" || outcome.kind !== "enter") return expected.kind === outcome.kind;
  if (expected.skillGroupId !== outcome.skillGroupId) return false;
  if (expected.priority === null) return true;
  const rule = queueRules.find(({ ruleId }) => ruleId === outcome.ruleId);
  return rule?.treatment.priority === expected.priority;
}
