import { z } from "zod";
import { SkillGroupId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { CallFacts, GroupFacts } from "@/server/domain/routing/facts";

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
