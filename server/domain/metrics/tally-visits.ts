import type { QueueVisit } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { VisitFact } from "@/server/domain/metrics/fact";
import { addHistograms, countInto, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import type { VisitTally } from "@/server/domain/metrics/tally";
import type { Counting, Tallying } from "@/server/domain/metrics/tallying";

/** How long a visit waited, or has waited at an instant; null where it waits and no instant is given. */
export function waitMsAt({ waitMs, enteredAt }: QueueVisit, asOf: Instant | undefined): number | null {
  return waitMs ?? (asOf === undefined ? null : Math.max(0, asOf - enteredAt));
}

/**
 * Whether a visit waited no longer than its group's service level threshold, the threshold itself included.
 * One that still waits is judged by its wait at an instant; without one it did neither: null.
 */
export function isWithinTarget(visit: QueueVisit, asOf?: Instant): boolean | null {
  const waitMs = waitMsAt(visit, asOf);
  return waitMs === null ? null : waitMs <= visit.serviceLevelSeconds * 1000;
}

/**
 * Whether the queue let the caller go, rather than the caller the queue: Asterisk counts such visits as
 * abandoned (`record_abandoned` in its apps/app_queue.c).
 */
export function isGivenUp({ exit }: QueueVisit): boolean {
  return exit === "timed_out" || exit === "no_agents" || exit === "withdrawn";
}

const COUNTED_AS = {
  answered: "answered",
  abandoned: "abandoned",
  short_abandoned: "shortAbandoned",
  overflowed: "overflowed",
  callback: "callback",
} as const;

function tally(facts: Iterable<VisitFact>): VisitTally {
  const counting = nothing();
  for (const { visit } of facts) count(counting, visit);
  return counting;
}

function nothing(): Counting<VisitTally> {
  return {
    offered: 0,
    answered: 0,
    abandoned: 0,
    shortAbandoned: 0,
    overflowed: 0,
    callback: 0,
    waiting: 0,
    answeredWithin: 0,
    abandonedWithin: 0,
    shortAbandonedWithin: 0,
    overflowedWithin: 0,
    callbackWithin: 0,
    givenUp: 0,
    givenUpWithin: 0,
    answeredWaitMs: 0,
    abandonedWaitMs: 0,
    answeredWaits: emptyHistogram(),
    abandonedWaits: emptyHistogram(),
    shortAbandonedWaits: emptyHistogram(),
    otherWaits: emptyHistogram(),
  };
}

function count(counting: Counting<VisitTally>, visit: QueueVisit): void {
  const { outcome, waitMs } = visit;
  counting.offered += 1;
  if (outcome === "waiting" || waitMs === null) {
    counting.waiting += 1;
    return;
  }
  const field = COUNTED_AS[outcome];
  const within = isWithinTarget(visit) === true ? 1 : 0;
  counting[field] += 1;
  counting[`${field}Within`] += within;
  if (isGivenUp(visit)) {
    counting.givenUp += 1;
    counting.givenUpWithin += within;
  }
  if (field === "answered" || field === "abandoned") counting[`${field}WaitMs`] += waitMs;
  const waits = field === "overflowed" || field === "callback" ? "other" : field;
  countInto(counting[`${waits}Waits`], waitMs);
}

function combine(one: VisitTally, other: VisitTally, times: 1 | -1): VisitTally {
  return {
    offered: one.offered + times * other.offered,
    answered: one.answered + times * other.answered,
    abandoned: one.abandoned + times * other.abandoned,
    shortAbandoned: one.shortAbandoned + times * other.shortAbandoned,
    overflowed: one.overflowed + times * other.overflowed,
    callback: one.callback + times * other.callback,
    waiting: one.waiting + times * other.waiting,
    answeredWithin: one.answeredWithin + times * other.answeredWithin,
    abandonedWithin: one.abandonedWithin + times * other.abandonedWithin,
    shortAbandonedWithin: one.shortAbandonedWithin + times * other.shortAbandonedWithin,
    overflowedWithin: one.overflowedWithin + times * other.overflowedWithin,
    callbackWithin: one.callbackWithin + times * other.callbackWithin,
    givenUp: one.givenUp + times * other.givenUp,
    givenUpWithin: one.givenUpWithin + times * other.givenUpWithin,
    answeredWaitMs: one.answeredWaitMs + times * other.answeredWaitMs,
    abandonedWaitMs: one.abandonedWaitMs + times * other.abandonedWaitMs,
    answeredWaits: addHistograms(one.answeredWaits, other.answeredWaits, times),
    abandonedWaits: addHistograms(one.abandonedWaits, other.abandonedWaits, times),
    shortAbandonedWaits: addHistograms(one.shortAbandonedWaits, other.shortAbandonedWaits, times),
    otherWaits: addHistograms(one.otherWaits, other.otherWaits, times),
  };
}

export const visitTallying: Tallying<"visit"> = { tally, combine };
