import type { CallOutcome } from "@/server/domain/calls/record";
import type { CallFact } from "@/server/domain/metrics/fact";
import { addHistograms, countInto, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import type { CallTally } from "@/server/domain/metrics/tally";
import type { Tallying } from "@/server/domain/metrics/tallying";

/** Whether a call has a time in the IVR; one that the sender itself disowns has no times at all. */
export function hasIvrTime({ traits, call }: CallFact): boolean {
  return call.ivrMs > 0 && traits.outcome !== "phantom";
}

function tally(facts: Iterable<CallFact>): CallTally {
  const outcomes = countsBy(() => 0);
  const ivrs = emptyHistogram();
  let [inIvr, ivrLeft, ivrAnswered, ivrMs] = [0, 0, 0, 0];
  for (const fact of facts) {
    outcomes[fact.traits.outcome] += 1;
    if (!hasIvrTime(fact)) continue;
    inIvr += 1;
    if (fact.traits.outcome === "left_in_ivr") ivrLeft += 1;
    if (fact.traits.outcome === "answered") ivrAnswered += 1;
    ivrMs += fact.call.ivrMs;
    countInto(ivrs, fact.call.ivrMs);
  }
  return { outcomes, inIvr, ivrLeft, ivrAnswered, ivrMs, ivrs };
}

function combine(one: CallTally, other: CallTally, times: 1 | -1): CallTally {
  return {
    outcomes: countsBy((outcome) => one.outcomes[outcome] + times * other.outcomes[outcome]),
    inIvr: one.inIvr + times * other.inIvr,
    ivrLeft: one.ivrLeft + times * other.ivrLeft,
    ivrAnswered: one.ivrAnswered + times * other.ivrAnswered,
    ivrMs: one.ivrMs + times * other.ivrMs,
    ivrs: addHistograms(one.ivrs, other.ivrs, times),
  };
}

/** A count for each outcome of a call. */
export function countsBy(count: (outcome: CallOutcome) => number): Record<CallOutcome, number> {
  return {
    in_progress: count("in_progress"),
    answered: count("answered"),
    abandoned: count("abandoned"),
    short_abandoned: count("short_abandoned"),
    overflowed: count("overflowed"),
    callback: count("callback"),
    left_in_ivr: count("left_in_ivr"),
    turned_away: count("turned_away"),
    not_reached: count("not_reached"),
    failed: count("failed"),
    phantom: count("phantom"),
  };
}

export const callTallying: Tallying<"call"> = { tally, combine };
