import { z } from "zod";
import { type Condition, Question } from "@/server/domain/routing/condition";
import type { Situation } from "@/server/domain/routing/situation";

/** What a fact was found to be. */
export const Found = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);
export type Found = z.infer<typeof Found>;

/** The question that kept a condition from holding, and what was found. */
export const Failure = z.strictObject({
  question: Question,
  found: Found,
  /** It stands under a "not": it held and should not have. */
  isNegated: z.boolean(),
});
export type Failure = z.infer<typeof Failure>;

/** What a question asks about, as it is in this situation. */
export function find(question: Question, situation: Situation): Found {
  const { call } = situation;
  switch (question.fact) {
    case "weekday":
      return situation.clock().weekday;
    case "timeOfDay":
      return situation.clock().minuteOfDay;
    case "isOpen":
      return situation.isOpen(question.skillGroupId);
    case "callersWaiting":
    case "longestWaitSeconds":
    case "agentsFree":
    case "agentsStaffed":
    case "estimatedWaitSeconds":
      return situation.group(question.skillGroupId)[question.fact];
    default:
      return call[question.fact];
  }
}

/** Whether the answer to a question is yes. */
export function holds(question: Question, situation: Situation): boolean {
  const { call } = situation;
  switch (question.fact) {
    case "dialledNumber":
    case "callerNumber":
      return question.operator === "isOneOf"
        ? isListed(question.values, call[question.fact])
        : startsWithOne(call[question.fact], question.values);
    case "province":
    case "customerTier":
    case "language":
    case "verification":
    case "lastAgentId":
      return isListed(question.values, call[question.fact]);
    case "keyTrack":
      return question.values.some((keys) =>
        question.operator === "startsWith" ? isAt(call.keyTrack, keys, 0) : isWithin(call.keyTrack, keys),
      );
    case "hoursSinceLastCall":
      return call.hoursSinceLastCall !== null && call.hoursSinceLastCall < question.value;
    case "hasOpenWorkOrder":
      return call.hasOpenWorkOrder === question.value;
    case "weekday":
      return question.values.includes(situation.clock().weekday);
    case "timeOfDay":
      return isBetween(situation.clock().minuteOfDay, question);
    case "isOpen":
      return situation.isOpen(question.skillGroupId) === question.value;
    case "callersWaiting":
    case "longestWaitSeconds":
    case "agentsFree":
    case "agentsStaffed":
    case "estimatedWaitSeconds":
      return compares(situation.group(question.skillGroupId)[question.fact], question);
  }
}

function isListed(values: readonly (string | null)[], value: string | null): boolean {
  return values.includes(value);
}

function startsWithOne(number: string | null, starts: readonly string[]): boolean {
  return number !== null && starts.some((start) => number.startsWith(start));
}

/** Whether `keys` stand in the track from a position on. */
export function isAt(track: readonly string[], keys: readonly string[], start: number): boolean {
  return keys.every((key, index) => track[start + index] === key);
}

/** Whether `keys` stand in the track one after the other, anywhere. */
export function isWithin(track: readonly string[], keys: readonly string[]): boolean {
  return track.some((_, start) => isAt(track, keys, start));
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** Whether a minute lies in a span of the day, which may reach beyond midnight; from and until alike are all day. */
export function isBetween(minute: number, { from, until }: Span): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

function compares(
  found: number,
  { operator, value }: { operator: "atLeast" | "below"; value: number },
): boolean {
  return operator === "atLeast" ? found >= value : found < value;
}

/** Whether a condition holds: the rule's own answer, without a reason. */
export function meets(condition: Condition, situation: Situation): boolean {
  if ("all" in condition) return condition.all.every((part) => meets(part, situation));
  if ("any" in condition) return condition.any.some((part) => meets(part, situation));
  if ("not" in condition) return !meets(condition.not, situation);
  return holds(condition, situation);
}

/**
 * The first question that kept a condition from holding, from left to right; null when it holds. Of parts
 * joined by "any", none of which holds, it is the first one's.
 */
export function failureOf(condition: Condition, situation: Situation): Failure | null {
  return failure(condition, situation, false);
}

function failure(condition: Condition, situation: Situation, isNegated: boolean): Failure | null {
  if ("not" in condition) return failure(condition.not, situation, !isNegated);
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    // Under a "not", all must fail is none may hold, and the other way round.
    const needsAll = "all" in condition !== isNegated;
    const failures = parts.map((part) => failure(part, situation, isNegated));
    if (needsAll) return failures.find((found) => found !== null) ?? null;
    return failures.includes(null) ? null : (failures[0] ?? null);
  }
  if (holds(condition, situation) !== isNegated) return null;
  return { question: condition, found: find(condition, situation), isNegated };
}
