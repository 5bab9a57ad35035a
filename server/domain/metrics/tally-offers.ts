import type { Leg } from "@/server/domain/calls/record";
import type { OfferFact } from "@/server/domain/metrics/fact";
import { addHistograms, countInto, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import type { OfferTally } from "@/server/domain/metrics/tally";
import type { Counting, Tallying } from "@/server/domain/metrics/tallying";

const COUNTED_AS: Readonly<
  Record<Leg["outcome"], "answered" | "missed" | "rejected" | "withdrawn" | "ringing">
> = {
  ringing: "ringing",
  missed: "missed",
  rejected: "rejected",
  withdrawn: "withdrawn",
  talking: "answered",
  ended: "answered",
};

function tally(facts: Iterable<OfferFact>): OfferTally {
  const counting: Counting<OfferTally> = {
    offered: 0,
    answered: 0,
    missed: 0,
    rejected: 0,
    withdrawn: 0,
    ringing: 0,
    ringMs: 0,
    rings: emptyHistogram(),
  };
  for (const { leg } of facts) {
    counting.offered += 1;
    counting[COUNTED_AS[leg.outcome]] += 1;
    if (leg.ringMs === null) continue;
    counting.ringMs += leg.ringMs;
    countInto(counting.rings, leg.ringMs);
  }
  return counting;
}

function combine(one: OfferTally, other: OfferTally, times: 1 | -1): OfferTally {
  return {
    offered: one.offered + times * other.offered,
    answered: one.answered + times * other.answered,
    missed: one.missed + times * other.missed,
    rejected: one.rejected + times * other.rejected,
    withdrawn: one.withdrawn + times * other.withdrawn,
    ringing: one.ringing + times * other.ringing,
    ringMs: one.ringMs + times * other.ringMs,
    rings: addHistograms(one.rings, other.rings, times),
  };
}

export const offerTallying: Tallying<"offer"> = { tally, combine };
