import { z } from "zod";
import { Verification } from "@/server/domain/calls/event";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";

/** So many things one condition may list. */
const VALUES_MAX = 200;

const listOf = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(VALUES_MAX);
const word = z.string().min(1).max(80).nullable();
const digits = z.string().regex(/^\+?\d{1,20}$/);
const key = z.string().min(1).max(8);
const keys = z.array(key).min(1).max(20);
const minuteOfDay = z.int().min(0).max(1439);

const ofWord = <Fact extends string, Value extends z.ZodType>(fact: Fact, value: Value) =>
  z.strictObject({ fact: z.literal(fact), operator: z.literal("isOneOf"), values: listOf(value) });

const ofNumber = <Fact extends string>(fact: Fact) =>
  [
    z.strictObject({ fact: z.literal(fact), operator: z.literal("startsWith"), values: listOf(digits) }),
    z.strictObject({
      fact: z.literal(fact),
      operator: z.literal("isOneOf"),
      values: listOf(digits.nullable()),
    }),
  ] as const;

const ofGroup = <Fact extends string>(fact: Fact) =>
  z.strictObject({
    fact: z.literal(fact),
    skillGroupId: SkillGroupId,
    operator: z.enum(["atLeast", "below"]),
    value: z.int().min(0).max(1_000_000),
  });

/** One question about one fact. Which operators there are depends on the fact. */
export const Question = z.union([
  ...ofNumber("dialledNumber"),
  ...ofNumber("callerNumber"),
  ofWord("province", word),
  ofWord("customerTier", word),
  ofWord("language", word),
  ofWord("verification", Verification.nullable()),
  ofWord("lastAgentId", UserId.nullable()),
  z.strictObject({
    fact: z.literal("keyTrack"),
    operator: z.enum(["startsWith", "contains"]),
    values: listOf(keys),
  }),
  z.strictObject({
    fact: z.literal("hoursSinceLastCall"),
    /** A customer who never called before is within no number of hours. */
    operator: z.literal("within"),
    value: z.int().min(1).max(100_000),
  }),
  z.strictObject({ fact: z.literal("hasOpenWorkOrder"), operator: z.literal("is"), value: z.boolean() }),
  z.strictObject({
    fact: z.literal("weekday"),
    operator: z.literal("isOneOf"),
    /** Monday is 1, Sunday 7, on the clock of the rule set's time zone. */
    values: z.array(z.int().min(1).max(7)).min(1).max(7),
  }),
  z.strictObject({
    fact: z.literal("timeOfDay"),
    operator: z.literal("between"),
    /** Minutes since midnight, `from` inclusive; beyond midnight when `until` is not after `from`. */
    from: minuteOfDay,
    until: minuteOfDay,
  }),
  z.strictObject({
    fact: z.literal("isOpen"),
    skillGroupId: SkillGroupId,
    operator: z.literal("is"),
    value: z.boolean(),
  }),
  ofGroup("callersWaiting"),
  ofGroup("longestWaitSeconds"),
  ofGroup("agentsFree"),
  ofGroup("agentsStaffed"),
  ofGroup("estimatedWaitSeconds"),
]);
export type Question = z.infer<typeof Question>;
export type Fact = Question["fact"];

export type Condition =
  | Question
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const PARTS_MAX = 50;

/** Questions joined by all, any and not. How deep they may nest is for `readRuleSet` to say. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1).max(PARTS_MAX) }),
    z.strictObject({ any: z.array(Condition).min(1).max(PARTS_MAX) }),
    z.strictObject({ not: Condition }),
    Question,
  ]),
);

/** Every question that a condition asks, from left to right. */
export function* questionsOf(condition: Condition): Generator<Question> {
  if ("all" in condition) for (const part of condition.all) yield* questionsOf(part);
  else if ("any" in condition) for (const part of condition.any) yield* questionsOf(part);
  else if ("not" in condition) yield* questionsOf(condition.not);
  else yield condition;
}
