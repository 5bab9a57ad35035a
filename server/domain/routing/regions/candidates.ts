import { Verification } from "@/server/domain/calls/event";
import { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Found } from "@/server/domain/routing/ask";
import type { Question } from "@/server/domain/routing/condition";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import { atInstant, ofCall, ofGroup, type Telling } from "@/server/domain/routing/regions/example";
import { momentCandidates } from "@/server/domain/routing/regions/moment-candidates";
import { numberCandidates } from "@/server/domain/routing/regions/number-candidates";
import { trackCandidates } from "@/server/domain/routing/regions/track-candidates";

/** A value of a property, and how it is told of a call. */
export interface Candidate {
  readonly value: Found;
  readonly tell: Telling;
}

/** What is known of the hotline besides the rules: real values for examples, and how groups work. */
export interface Surroundings {
  readonly now: Instant;
  readonly timeZone: string;
  readonly settings: SettingsByGroup;
  /** Values that calls have had, the most frequent first. */
  readonly provinces: readonly string[];
  readonly customerTiers: readonly string[];
  readonly languages: readonly string[];
  readonly agentIds: readonly UserId[];
}

type AskedOf<Fact extends Question["fact"]> = Extract<Question, { fact: Fact }>;

/** Which property of a call a question is about: those about day, time and opening are all about the moment. */
export function axisNameOf(question: Question): string {
  switch (question.fact) {
    case "weekday":
    case "timeOfDay":
    case "isOpen":
      return "moment";
    case "callersWaiting":
    case "longestWaitSeconds":
    case "agentsFree":
    case "agentsStaffed":
    case "estimatedWaitSeconds":
      return `${question.fact} ${question.skillGroupId}`;
    default:
      return question.fact;
  }
}

/** Stands for every agent whom no rule names. */
export const anotherAgent = UserId.parse("00000000-0000-4000-8000-000000000000");
/** Stands for every word that no rule names. */
export const anotherWord = "another";
/** A week, so that every weekday comes by; where groups open and close, every holiday and change of clocks too. */
const [WEEK_DAYS, YEAR_DAYS] = [8, 400];

/**
 * Values of the property that a question is about, at least one of every kind that the questions of the same
 * axis can tell apart. @throws TooEntangled
 */
export function candidatesOf(question: Question, all: readonly Question[], known: Surroundings): Candidate[] {
  switch (question.fact) {
    case "dialledNumber":
      return [...numberCandidates(numbersIn(all))].map((value) => ({
        value,
        tell: ofCall({ dialledNumber: value }),
      }));
    case "callerNumber":
      return [...numberCandidates(numbersIn(all))].map((value) => ({
        value,
        tell: ofCall({ callerNumber: value }),
      }));
    case "province":
      return wordCandidates(all, known.provinces, (province) => ofCall({ province }));
    case "customerTier":
      return wordCandidates(all, known.customerTiers, (customerTier) => ofCall({ customerTier }));
    case "language":
      return wordCandidates(all, known.languages, (language) => ofCall({ language }));
    case "verification":
      return [null, ...Verification.options].map((value) => ({
        value,
        tell: ofCall({ verification: value }),
      }));
    case "lastAgentId":
      return agentCandidates(all, known);
    case "keyTrack":
      return trackCandidates(patternsIn(all)).map((value) => ({
        value,
        tell: ofCall({ keyTrack: [...value] }),
      }));
    case "hoursSinceLastCall":
      return [{ value: null, tell: ofCall({ hoursSinceLastCall: null }) }, ...boundsIn(all).map(hoursAgo)];
    case "hasOpenWorkOrder":
      return [false, true].map((value) => ({ value, tell: ofCall({ hasOpenWorkOrder: value }) }));
    case "weekday":
    case "timeOfDay":
    case "isOpen":
      return momentsFor(all, known).map((value) => ({ value, tell: atInstant(value) }));
    case "callersWaiting":
    case "longestWaitSeconds":
    case "agentsFree":
    case "agentsStaffed":
    case "estimatedWaitSeconds":
      return boundsIn(all).map((value) => ({
        value,
        tell: ofGroup(question.skillGroupId, { [question.fact]: value }),
      }));
  }
}

function hoursAgo(value: number): Candidate {
  return { value, tell: ofCall({ hoursSinceLastCall: value }) };
}

function wordCandidates(
  all: readonly Question[],
  known: readonly string[],
  tell: (word: string | null) => Telling,
): Candidate[] {
  const mentioned = all.flatMap((question) =>
    "values" in question ? question.values.flatMap((value) => (isWord(value) ? [value] : [])) : [],
  );
  const other = known.find((word) => !mentioned.includes(word)) ?? unlike(mentioned);
  return [
    { value: anotherWord, tell: tell(other) },
    ...[...mentioned, null].map((value) => ({ value, tell: tell(value) })),
  ];
}

function isWord(value: unknown): value is string {
  return typeof value === "string";
}

function unlike(words: readonly string[]): string {
  let word = anotherWord;
  while (words.includes(word)) word += "'";
  return word;
}

function agentCandidates(all: readonly Question[], { agentIds }: Surroundings): Candidate[] {
  const mentioned = all.flatMap((question) =>
    question.fact === "lastAgentId" ? question.values.filter((agentId) => agentId !== null) : [],
  );
  const other = agentIds.find((agentId) => !mentioned.includes(agentId)) ?? anotherAgent;
  return [
    { value: null, tell: ofCall({ lastAgentId: null }) },
    { value: anotherAgent, tell: ofCall({ lastAgentId: other }) },
    ...mentioned.map((value) => ({ value, tell: ofCall({ lastAgentId: value }) })),
  ];
}

function numbersIn(all: readonly Question[]): string[] {
  const values: (string | null)[] = all.flatMap((question) =>
    question.fact === "dialledNumber" || question.fact === "callerNumber" ? [...question.values] : [],
  );
  return values.filter(isWord);
}

function patternsIn(all: readonly Question[]) {
  const tracks = all.filter((question): question is AskedOf<"keyTrack"> => question.fact === "keyTrack");
  const of = (operator: "startsWith" | "contains") =>
    tracks.flatMap((question) => (question.operator === operator ? question.values : []));
  return { starts: of("startsWith"), parts: of("contains") };
}

/** Zero, and every number at which an answer changes. */
function boundsIn(all: readonly Question[]): number[] {
  const bounds = all.flatMap((question) =>
    "value" in question && typeof question.value === "number" ? [question.value] : [],
  );
  return [...new Set([0, ...bounds])].sort((one, other) => one - other);
}

function momentsFor(all: readonly Question[], { now, timeZone, settings }: Surroundings): Instant[] {
  const minutes = all.flatMap((question) =>
    question.fact === "timeOfDay" ? [question.from, question.until] : [],
  );
  const asked = all.flatMap((question) =>
    question.fact === "isOpen" ? [settings.get(question.skillGroupId)?.hours ?? null] : [],
  );
  const opening = [...new Set(asked)].filter((of) => of !== null);
  return momentCandidates({
    from: now,
    days: opening.length === 0 ? WEEK_DAYS : YEAR_DAYS,
    timeZone,
    minutes: [...new Set(minutes)],
    hours: opening,
  });
}
