import { isWrappingUp } from "@/server/domain/calls/every-state";
import type { Leg } from "@/server/domain/calls/record";
import type { LegFact } from "@/server/domain/metrics/fact";
import { addHistograms, countInto, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import type { LegTally } from "@/server/domain/metrics/tally";
import type { Counting, Tallying } from "@/server/domain/metrics/tallying";

const SHORT_TALK_MS = 10_000;

/** Whether talk and wrap-up are over, so that the leg has a handle time. */
export function isFinished(leg: Leg): boolean {
  return leg.endedAt !== null && !isWrappingUp(leg);
}

/** Whether the agent handed the customer over to somebody else. */
export function isTransferred({ end }: Leg): boolean {
  return end === "blind_transfer" || end === "attended_transfer";
}

/** Whether the conversation is over and its talk was suspiciously short: ten seconds at most. */
export function isShort({ talkMs }: Leg): boolean {
  return talkMs !== null && talkMs <= SHORT_TALK_MS;
}

/** Talk, hold and wrap-up in milliseconds; a leg without wrap-up had none. */
export function handleMsOf({ talkMs, holdMs, wrapUpMs }: Leg): number {
  return (talkMs ?? 0) + (holdMs ?? 0) + (wrapUpMs ?? 0);
}

function tally(facts: Iterable<LegFact>): LegTally {
  const counting = nothing();
  for (const { leg } of facts) {
    counting.answered += 1;
    if (isTransferred(leg)) counting.transferred += 1;
    if (isShort(leg)) counting.short += 1;
    if (isFinished(leg)) countDurations(counting, leg);
  }
  return counting;
}

function nothing(): Counting<LegTally> {
  return {
    answered: 0,
    finished: 0,
    transferred: 0,
    short: 0,
    ringMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapUpMs: 0,
    handleMs: 0,
    talks: emptyHistogram(),
    holds: emptyHistogram(),
    wrapUps: emptyHistogram(),
    handles: emptyHistogram(),
  };
}

function countDurations(counting: Counting<LegTally>, leg: Leg): void {
  const talkMs = leg.talkMs ?? 0;
  const holdMs = leg.holdMs ?? 0;
  counting.finished += 1;
  counting.ringMs += leg.ringMs ?? 0;
  counting.talkMs += talkMs;
  counting.holdMs += holdMs;
  counting.wrapUpMs += leg.wrapUpMs ?? 0;
  counting.handleMs += handleMsOf(leg);
  countInto(counting.talks, talkMs);
  if (holdMs > 0) countInto(counting.holds, holdMs);
  if (leg.wrapUpMs !== null) countInto(counting.wrapUps, leg.wrapUpMs);
  countInto(counting.handles, handleMsOf(leg));
}

function combine(one: LegTally, other: LegTally, times: 1 | -1): LegTally {
  return {
    answered: one.answered + times * other.answered,
    finished: one.finished + times * other.finished,
    transferred: one.transferred + times * other.transferred,
    short: one.short + times * other.short,
    ringMs: one.ringMs + times * other.ringMs,
    talkMs: one.talkMs + times * other.talkMs,
    holdMs: one.holdMs + times * other.holdMs,
    wrapUpMs: one.wrapUpMs + times * other.wrapUpMs,
    handleMs: one.handleMs + times * other.handleMs,
    talks: addHistograms(one.talks, other.talks, times),
    holds: addHistograms(one.holds, other.holds, times),
    wrapUps: addHistograms(one.wrapUps, other.wrapUps, times),
    handles: addHistograms(one.handles, other.handles, times),
  };
}

export const legTallying: Tallying<"leg"> = { tally, combine };
