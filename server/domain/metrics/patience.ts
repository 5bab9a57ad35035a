import type { Definition } from "@/server/domain/metrics/definition";
import { addHistograms, type LogHistogram } from "@/server/domain/metrics/log-histogram";
import { type SurvivalStep, survivalOf } from "@/server/domain/metrics/survival";
import type { VisitTally } from "@/server/domain/metrics/tally";

export const patienceDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: [],
  measure: "share",
  sources: ["kaplanMeier", "brown"],
};

/**
 * The share of callers who would still wait after each duration if nobody answered them. Who hung up, soon
 * or late, has lost patience; of the answered, overflowed and called back it is known only that they had
 * waited so long, and of those who still wait that they have: `presentWaits` are theirs so far.
 */
export function patience(tally: VisitTally, presentWaits: LogHistogram): SurvivalStep[] {
  return survivalOf(waitsOfThoseHungUp(tally), waitsOfOthers(tally, presentWaits));
}

/** How long visits waited, or have waited by now, whatever became of them. */
export function allWaits(tally: VisitTally, presentWaits: LogHistogram): LogHistogram {
  return addHistograms(waitsOfThoseHungUp(tally), waitsOfOthers(tally, presentWaits));
}

function waitsOfThoseHungUp({ abandonedWaits, shortAbandonedWaits }: VisitTally): LogHistogram {
  return addHistograms(abandonedWaits, shortAbandonedWaits);
}

function waitsOfOthers({ answeredWaits, otherWaits }: VisitTally, presentWaits: LogHistogram): LogHistogram {
  return addHistograms(addHistograms(answeredWaits, otherWaits), presentWaits);
}

/** When a share of the callers has lost patience, in milliseconds. */
export interface PatienceMark {
  /** From 0 to 1. */
  readonly lost: number;
  /** Null where the curve never falls so low: nobody was seen waiting long enough. */
  readonly afterMs: number | null;
  /** The earliest and the latest moment that the curve's band allows; null where it does not get there. */
  readonly lowMs: number | null;
  readonly highMs: number | null;
}

const ROUNDING = 1e-12;

/**
 * After how long a share (0 to 1) has lost patience, with the 95 % interval of Brookmeyer and Crowley (1982):
 * from where the band's lower edge falls so low to where its upper edge does.
 */
export function patienceLost(steps: readonly SurvivalStep[], lost: number): PatienceMark {
  const left = 1 - lost + ROUNDING;
  const firstWhere = (shareOf: (step: SurvivalStep) => number) =>
    steps.find((step) => shareOf(step) <= left)?.afterMs ?? null;
  return {
    lost,
    afterMs: firstWhere(({ share }) => share),
    lowMs: firstWhere(({ share, interval }) => interval?.low ?? share),
    highMs: firstWhere(({ interval }) => interval?.high ?? 1),
  };
}
