import type { Failure, Found } from "@/server/domain/routing/ask";
import type { Question } from "@/server/domain/routing/condition";
import {
  type FailureKey,
  ofGroup,
  ofNumber,
  ofSeconds,
  type Statement,
  type Value,
} from "@/server/domain/routing/explanation/statement";

type Words = Extract<Value, { kind: "words" }>;
type Asking<Fact extends Question["fact"]> = Extract<Question, { fact: Fact }>;
type Finding = Pick<Failure, "found" | "isNegated">;

function clause(key: FailureKey, values: Statement["values"]): Statement {
  return { key, values };
}

function words(of: Words["of"], listed: Words["words"]): Words {
  return { kind: "words", of, words: listed };
}

/** Keys stand one after the other, as they were pressed. */
function wordOf(found: Found): string | number | null {
  if (typeof found === "string" || typeof found === "number" || found === null) return found;
  return typeof found === "boolean" ? null : found.join(" ");
}

/** A count is always found as a number. */
function countOf(found: Found): number {
  return typeof found === "number" ? found : 0;
}

/** Why a condition did not hold: what was found, and what the rule asks for. */
export function explainFailure({ question, ...finding }: Failure): Statement {
  const { found, isNegated } = finding;
  switch (question.fact) {
    case "dialledNumber":
    case "callerNumber":
      return ofNumberAsked(question, finding);
    case "keyTrack":
      return ofKeys(question, finding);
    case "lastAgentId":
      return ofLastAgent(question, finding);
    case "province":
    case "customerTier":
    case "language":
    case "verification":
    case "weekday":
      return clause(`failures.${question.fact}.${isNegated ? "listed" : "notListed"}`, {
        found: words(question.fact, [wordOf(found)]),
        wanted: words(question.fact, question.values),
      });
    case "hoursSinceLastCall": {
      const values = { hours: ofNumber(countOf(found)), wanted: ofNumber(question.value) };
      if (found === null) return clause("failures.hoursSinceLastCall.never", values);
      return clause(`failures.hoursSinceLastCall.${isNegated ? "within" : "longer"}`, values);
    }
    case "hasOpenWorkOrder":
      return clause(`failures.hasOpenWorkOrder.${found === true ? "yes" : "no"}`, {});
    case "timeOfDay":
      return clause(`failures.timeOfDay.${isNegated ? "inside" : "outside"}`, {
        found: words("timeOfDay", [wordOf(found)]),
        from: words("timeOfDay", [question.from]),
        until: words("timeOfDay", [question.until]),
      });
    case "isOpen":
      return clause(`failures.isOpen.${found === true ? "yes" : "no"}`, {
        group: ofGroup(question.skillGroupId),
      });
    default:
      return ofFloor(question, finding);
  }
}

function ofNumberAsked(
  question: Asking<"dialledNumber" | "callerNumber">,
  { found, isNegated }: Finding,
): Statement {
  const { fact } = question;
  const number = words(fact, [wordOf(found)]);
  if (question.operator === "isOneOf") {
    const wanted = words(fact, question.values);
    return clause(`failures.${fact}.${isNegated ? "listed" : "notListed"}`, { found: number, wanted });
  }
  const wanted = words("numberStart", question.values);
  if (found === null) return clause(`failures.${fact}.unknown`, { wanted });
  return clause(`failures.${fact}.${isNegated ? "starting" : "notStarting"}`, { found: number, wanted });
}

const keyTracks = {
  startsWith: { held: "starting", not: "notStarting" },
  contains: { held: "containing", not: "notContaining" },
} as const;

function ofKeys({ operator, values }: Asking<"keyTrack">, { found, isNegated }: Finding): Statement {
  return clause(`failures.keyTrack.${keyTracks[operator][isNegated ? "held" : "not"]}`, {
    count: ofNumber(Array.isArray(found) ? found.length : 0),
    found: words("keyTrack", [wordOf(found)]),
    wanted: words(
      "keyTrack",
      values.map((keys) => keys.join(" ")),
    ),
  });
}

function ofLastAgent({ values }: Asking<"lastAgentId">, { found, isNegated }: Finding): Statement {
  const wanted = words("lastAgentId", values);
  if (found === null)
    return clause(`failures.lastAgentId.${isNegated ? "nobodyListed" : "nobody"}`, { wanted });
  return clause(`failures.lastAgentId.${isNegated ? "listed" : "notListed"}`, {
    found: words("lastAgentId", [wordOf(found)]),
    wanted,
  });
}

type AskingFloor = Asking<
  "callersWaiting" | "longestWaitSeconds" | "agentsFree" | "agentsStaffed" | "estimatedWaitSeconds"
>;

function ofFloor(
  { fact, operator, value, skillGroupId }: AskingFloor,
  { found, isNegated }: Finding,
): Statement {
  // That "at least" does not hold is that "below" does, and the other way round.
  const isBelow = (operator === "atLeast") !== isNegated;
  const measure = fact === "longestWaitSeconds" || fact === "estimatedWaitSeconds" ? ofSeconds : ofNumber;
  return clause(`failures.${fact}.${isBelow ? "below" : "atLeast"}`, {
    group: ofGroup(skillGroupId),
    found: measure(countOf(found)),
    wanted: measure(value),
  });
}
