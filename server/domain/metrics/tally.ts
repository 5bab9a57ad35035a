import type { CallOutcome } from "@/server/domain/calls/record";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";

// What is counted of a set of records. Every field is additive: the tally of two sets that share no
// record is the sum of theirs, so counts may come from rows in memory, rows in the database or rollups,
// and every metric is one formula over the counts.

export interface CallTally {
  /** Calls by how they came out. */
  readonly outcomes: Readonly<Record<CallOutcome, number>>;
  /** Calls with a time in the IVR; of these, those that ended there, and those that were answered. */
  readonly inIvr: number;
  readonly ivrLeft: number;
  readonly ivrAnswered: number;
  /** Time in the IVR of the calls that were in it, phantom calls aside. */
  readonly ivrMs: number;
  readonly ivrs: LogHistogram;
}

export interface VisitTally {
  /** All visits, counted as they come in, without a look at what became of them. */
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly overflowed: number;
  readonly callback: number;
  readonly waiting: number;
  /** Of each, those that ended within their group's service level threshold. */
  readonly answeredWithin: number;
  readonly abandonedWithin: number;
  readonly shortAbandonedWithin: number;
  readonly overflowedWithin: number;
  readonly callbackWithin: number;
  /** Of the overflowed, those that the queue gave up: time was up, no agents, withdrawn (`isGivenUp`). */
  readonly givenUp: number;
  readonly givenUpWithin: number;
  readonly answeredWaitMs: number;
  readonly abandonedWaitMs: number;
  readonly answeredWaits: LogHistogram;
  readonly abandonedWaits: LogHistogram;
  readonly shortAbandonedWaits: LogHistogram;
  /** Waits that ended by overflow or callback. */
  readonly otherWaits: LogHistogram;
}

/** A tally of visits without its distributions. */
export type VisitCounts = Omit<
  VisitTally,
  "answeredWaits" | "abandonedWaits" | "shortAbandonedWaits" | "otherWaits"
>;

export interface OfferTally {
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  readonly rejected: number;
  readonly withdrawn: number;
  readonly ringing: number;
  /** Ring time of the offers that are over. */
  readonly ringMs: number;
  readonly rings: LogHistogram;
}

export interface LegTally {
  readonly answered: number;
  /** Talk and wrap-up are over: these have a handle time, and all durations below are theirs. */
  readonly finished: number;
  readonly transferred: number;
  readonly short: number;
  readonly ringMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  readonly handleMs: number;
  readonly talks: LogHistogram;
  /** Of the legs that were put on hold at all. */
  readonly holds: LogHistogram;
  /** Of the legs that had wrap-up. */
  readonly wrapUps: LogHistogram;
  readonly handles: LogHistogram;
}

export interface Tallies {
  readonly call: CallTally;
  readonly visit: VisitTally;
  readonly offer: OfferTally;
  readonly leg: LegTally;
}

/** The tally of one kind of record. */
export type TallyOf<Kind extends Unit> = Tallies[Kind];
