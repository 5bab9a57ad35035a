import type { Unit } from "@/server/domain/metrics/cohort";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import type { CallTally, LegTally, OfferTally, Tallies, VisitTally } from "@/server/domain/metrics/tally";
import { countsBy } from "@/server/domain/metrics/tally-calls";

/** The fields of a tally that are distributions. */
export type DistributionOf<Tally> = {
  [Field in keyof Tally]: Tally[Field] extends LogHistogram ? Field & string : never;
}[keyof Tally];

/** A tally taken apart into plain numbers and histograms by name, and put together again. */
export interface TallyParts<Tally> {
  readonly counts: Readonly<Record<string, (tally: Tally) => number>>;
  readonly histograms: Readonly<Record<DistributionOf<Tally>, (tally: Tally) => LogHistogram>>;
  readonly tally: (
    count: (name: string) => number,
    histogram: (name: DistributionOf<Tally>) => LogHistogram,
  ) => Tally;
}

const callParts: TallyParts<CallTally> = {
  counts: {
    in_progress: ({ outcomes }) => outcomes.in_progress,
    answered: ({ outcomes }) => outcomes.answered,
    abandoned: ({ outcomes }) => outcomes.abandoned,
    short_abandoned: ({ outcomes }) => outcomes.short_abandoned,
    overflowed: ({ outcomes }) => outcomes.overflowed,
    callback: ({ outcomes }) => outcomes.callback,
    left_in_ivr: ({ outcomes }) => outcomes.left_in_ivr,
    turned_away: ({ outcomes }) => outcomes.turned_away,
    not_reached: ({ outcomes }) => outcomes.not_reached,
    failed: ({ outcomes }) => outcomes.failed,
    phantom: ({ outcomes }) => outcomes.phantom,
    inIvr: ({ inIvr }) => inIvr,
    ivrLeft: ({ ivrLeft }) => ivrLeft,
    ivrAnswered: ({ ivrAnswered }) => ivrAnswered,
    ivrMs: ({ ivrMs }) => ivrMs,
  },
  histograms: { ivrs: ({ ivrs }) => ivrs },
  tally: (count, histogram) => ({
    outcomes: countsBy(count),
    inIvr: count("inIvr"),
    ivrLeft: count("ivrLeft"),
    ivrAnswered: count("ivrAnswered"),
    ivrMs: count("ivrMs"),
    ivrs: histogram("ivrs"),
  }),
};

const visitParts: TallyParts<VisitTally> = {
  counts: {
    offered: ({ offered }) => offered,
    answered: ({ answered }) => answered,
    abandoned: ({ abandoned }) => abandoned,
    shortAbandoned: ({ shortAbandoned }) => shortAbandoned,
    overflowed: ({ overflowed }) => overflowed,
    callback: ({ callback }) => callback,
    givenUp: ({ givenUp }) => givenUp,
    waiting: ({ waiting }) => waiting,
    answeredWithin: ({ answeredWithin }) => answeredWithin,
    abandonedWithin: ({ abandonedWithin }) => abandonedWithin,
    shortAbandonedWithin: ({ shortAbandonedWithin }) => shortAbandonedWithin,
    overflowedWithin: ({ overflowedWithin }) => overflowedWithin,
    callbackWithin: ({ callbackWithin }) => callbackWithin,
    givenUpWithin: ({ givenUpWithin }) => givenUpWithin,
    answeredWaitMs: ({ answeredWaitMs }) => answeredWaitMs,
    abandonedWaitMs: ({ abandonedWaitMs }) => abandonedWaitMs,
  },
  histograms: {
    answeredWaits: ({ answeredWaits }) => answeredWaits,
    abandonedWaits: ({ abandonedWaits }) => abandonedWaits,
    shortAbandonedWaits: ({ shortAbandonedWaits }) => shortAbandonedWaits,
    otherWaits: ({ otherWaits }) => otherWaits,
  },
  tally: (count, histogram) => ({
    offered: count("offered"),
    answered: count("answered"),
    abandoned: count("abandoned"),
    shortAbandoned: count("shortAbandoned"),
    overflowed: count("overflowed"),
    callback: count("callback"),
    givenUp: count("givenUp"),
    waiting: count("waiting"),
    answeredWithin: count("answeredWithin"),
    abandonedWithin: count("abandonedWithin"),
    shortAbandonedWithin: count("shortAbandonedWithin"),
    overflowedWithin: count("overflowedWithin"),
    callbackWithin: count("callbackWithin"),
    givenUpWithin: count("givenUpWithin"),
    answeredWaitMs: count("answeredWaitMs"),
    abandonedWaitMs: count("abandonedWaitMs"),
    answeredWaits: histogram("answeredWaits"),
    abandonedWaits: histogram("abandonedWaits"),
    shortAbandonedWaits: histogram("shortAbandonedWaits"),
    otherWaits: histogram("otherWaits"),
  }),
};

const offerParts: TallyParts<OfferTally> = {
  counts: {
    offered: ({ offered }) => offered,
    answered: ({ answered }) => answered,
    missed: ({ missed }) => missed,
    rejected: ({ rejected }) => rejected,
    withdrawn: ({ withdrawn }) => withdrawn,
    ringing: ({ ringing }) => ringing,
    ringMs: ({ ringMs }) => ringMs,
  },
  histograms: { rings: ({ rings }) => rings },
  tally: (count, histogram) => ({
    offered: count("offered"),
    answered: count("answered"),
    missed: count("missed"),
    rejected: count("rejected"),
    withdrawn: count("withdrawn"),
    ringing: count("ringing"),
    ringMs: count("ringMs"),
    rings: histogram("rings"),
  }),
};

const legParts: TallyParts<LegTally> = {
  counts: {
    answered: ({ answered }) => answered,
    finished: ({ finished }) => finished,
    transferred: ({ transferred }) => transferred,
    short: ({ short }) => short,
    ringMs: ({ ringMs }) => ringMs,
    talkMs: ({ talkMs }) => talkMs,
    holdMs: ({ holdMs }) => holdMs,
    wrapUpMs: ({ wrapUpMs }) => wrapUpMs,
    handleMs: ({ handleMs }) => handleMs,
  },
  histograms: {
    talks: ({ talks }) => talks,
    holds: ({ holds }) => holds,
    wrapUps: ({ wrapUps }) => wrapUps,
    handles: ({ handles }) => handles,
  },
  tally: (count, histogram) => ({
    answered: count("answered"),
    finished: count("finished"),
    transferred: count("transferred"),
    short: count("short"),
    ringMs: count("ringMs"),
    talkMs: count("talkMs"),
    holdMs: count("holdMs"),
    wrapUpMs: count("wrapUpMs"),
    handleMs: count("handleMs"),
    talks: histogram("talks"),
    holds: histogram("holds"),
    wrapUps: histogram("wrapUps"),
    handles: histogram("handles"),
  }),
};

export const TALLY_PARTS: { readonly [Kind in Unit]: TallyParts<Tallies[Kind]> } = {
  call: callParts,
  visit: visitParts,
  offer: offerParts,
  leg: legParts,
};
