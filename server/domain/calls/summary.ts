import type { CallEvent } from "@/server/domain/calls/event";
import type { Call, CallOutcome, FoldedCall, Leg } from "@/server/domain/calls/record";
import { beginCourse } from "@/server/domain/calls/starting";
import type { BegunState, CallState, Course, End } from "@/server/domain/calls/state";
import type { Instant } from "@/server/domain/instant";

type Rows = Omit<FoldedCall, "anomalies">;

/** The rows of a call in this state. `events` tell when a call began whose beginning is not yet known. */
export function summarise(state: CallState, events: readonly CallEvent[]): Rows {
  const begun = state.kind === "new" ? unheardBeginning(earliestOf(events)) : state;
  const { visits, legs, keys } = begun.course;
  return { call: callOf(begun), visits, legs, keys };
}

// The event that begins the call has not come yet: the record waits for it.
function unheardBeginning(startedAt: Instant): BegunState {
  const nobody = {
    customerNumber: null,
    customerName: null,
    customerRef: null,
    lineNumber: null,
    place: null,
  };
  return { kind: "routing", course: beginCourse(startedAt, "inbound", nobody), letGoBy: null };
}

function earliestOf(events: readonly CallEvent[]): Instant {
  const [first, ...others] = events;
  if (first === undefined) throw new RangeError("a call has at least one event");
  return others.reduce((earliest, { at }) => Math.min(earliest, at), first.at);
}

function callOf(state: BegunState): Call {
  const { course } = state;
  const { party, visits, legs } = course;
  const end = endOf(state);
  const answered = legs.filter((leg) => leg.answeredAt !== null);
  const talkMs = sum(answered, (leg) => leg.talkMs);
  const holdMs = sum(answered, (leg) => leg.holdMs);
  const wrapUpMs = sum(answered, (leg) => leg.wrapUpMs);
  return {
    direction: course.direction,
    outcome: end === null ? "in_progress" : outcomeOf(course, end),
    startedAt: course.startedAt,
    endedAt: end?.at ?? null,
    endedBy: end?.by ?? null,
    customerNumber: party.customerNumber,
    customerName: party.customerName,
    customerRef: party.customerRef,
    lineNumber: party.lineNumber,
    country: party.place?.country ?? null,
    province: party.place?.province ?? null,
    city: party.place?.city ?? null,
    verification: course.verification,
    answeredAt: firstAnswer(answered),
    ivrMs: course.ivrMs,
    waitMs: sum(visits, (visit) => visit.waitMs),
    talkMs,
    holdMs,
    wrapUpMs,
    handleMs: talkMs + holdMs + wrapUpMs,
    skillGroupId: visits.at(-1)?.skillGroupId ?? null,
    agentId: lastAnswer(answered)?.agentId ?? null,
    visitCount: visits.length,
    offerCount: legs.filter((leg) => leg.kind !== "outbound").length,
    transferCount: legs.filter((leg) => leg.end === "blind_transfer" || leg.end === "attended_transfer")
      .length,
    keyTrack: course.keys.map(({ key }) => key).join("-"),
    exitNode: course.ivrNode,
    surveyScore: mean(course.scores),
  };
}

function endOf(state: BegunState): End | null {
  return state.kind === "ended" || state.kind === "released" ? state.end : null;
}

function outcomeOf(course: Course, { cause }: End): CallOutcome {
  if (cause === "phantom") return "phantom";
  const reachedSomebody = course.legs.some((leg) => leg.answeredAt !== null);
  if (course.direction === "outbound" && reachedSomebody) return "answered";
  if (cause === "failed" && !reachedSomebody) return "failed";
  if (course.direction === "outbound") return "not_reached";
  const turnedAway = cause === "closed" || cause === "queue_full";
  if (turnedAway && !reachedSomebody) return "turned_away";
  const outcome = course.visits.at(-1)?.outcome ?? "left_in_ivr";
  return outcome === "waiting" ? "in_progress" : outcome;
}

function firstAnswer(answered: readonly Leg[]): Instant | null {
  return answered.reduce<Instant | null>(
    (first, { answeredAt }) => (first === null || (answeredAt ?? first) < first ? answeredAt : first),
    null,
  );
}

/** The last agent who had the customer: one who was only consulted did not. */
function lastAnswer(answered: readonly Leg[]): Leg | undefined {
  return answered
    .filter((leg) => leg.kind !== "consult")
    .reduce<Leg | undefined>(
      (last, leg) => ((leg.answeredAt ?? 0) >= (last?.answeredAt ?? Number.NEGATIVE_INFINITY) ? leg : last),
      undefined,
    );
}

function sum<Row>(rows: readonly Row[], duration: (row: Row) => number | null): number {
  return rows.reduce((total, row) => total + (duration(row) ?? 0), 0);
}

function mean(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((total, score) => total + score, 0) / scores.length;
}
