import type { Cohort, FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { keysAsked, narrowedTo } from "@/server/domain/metrics/dimension-keys";
import { bucketsOf, type LogHistogram, lowerBound } from "@/server/domain/metrics/log-histogram";
import { SERVICE_LEVEL_READINGS } from "@/server/domain/metrics/service-level";
import type { CallTally, LegTally, OfferTally, Tallies, VisitTally } from "@/server/domain/metrics/tally";
import { countFates } from "@/server/domain/metrics/visit-fates";

/** A figure as dashboards show it, and the conditions of the cohort that opens it. */
export interface FigureCell {
  readonly figure: number;
  readonly conditions: Record<string, unknown>;
}

/** Every count and bar of a tally. */
export const cellsOf: {
  readonly [Kind in Unit]: (tally: Tallies[Kind], filter: FigureFilter) => FigureCell[];
} = {
  call: callCells,
  visit: visitCells,
  offer: offerCells,
  leg: legCells,
};

function callCells(
  { outcomes, inIvr, ivrLeft, ivrAnswered, ivrs }: CallTally,
  filter: FigureFilter,
): FigureCell[] {
  const asked = keysAsked(filter, "outcome");
  const shown = Object.entries(outcomes).filter(
    ([outcome]) => asked === undefined || asked.includes(outcome),
  );
  const volume = shown.filter(([outcome]) => asked !== undefined || outcome !== "phantom");
  return [
    cell(volume.reduce((total, [, count]) => total + count, 0)),
    ...shown.map(([outcome, figure]) => cell(figure, { filter: narrowedTo(filter, "outcome", outcome) })),
    cell(inIvr, { ivr: {} }),
    ...(asked === undefined || asked.includes("left_in_ivr")
      ? [cell(ivrLeft, { filter: narrowedTo(filter, "outcome", "left_in_ivr"), ivr: {} })]
      : []),
    ...(asked === undefined || asked.includes("answered")
      ? [cell(ivrAnswered, { filter: narrowedTo(filter, "outcome", "answered"), ivr: {} })]
      : []),
    ...bars(ivrs, (ivr) => ({ ivr })),
  ];
}

const READINGS = Object.values(SERVICE_LEVEL_READINGS);

function visitCells(tally: VisitTally): FigureCell[] {
  const ended = [
    ["answered", tally.answered, tally.answeredWithin],
    ["abandoned", tally.abandoned, tally.abandonedWithin],
    ["short_abandoned", tally.shortAbandoned, tally.shortAbandonedWithin],
    ["overflowed", tally.overflowed, tally.overflowedWithin],
    ["callback", tally.callback, tally.callbackWithin],
  ] as const;
  return [
    cell(tally.offered),
    ...READINGS.flatMap(({ part, whole }) => [part, whole]).map((fates) =>
      cell(countFates(tally, fates), { fates }),
    ),
    cell(tally.waiting, { visitOutcomes: ["waiting"] }),
    ...ended.flatMap(([outcome, count, within]) => [
      cell(count, { visitOutcomes: [outcome] }),
      cell(within, { visitOutcomes: [outcome], withinTarget: true }),
      cell(count - within, { visitOutcomes: [outcome], withinTarget: false }),
    ]),
    ...bars(tally.answeredWaits, (wait) => ({ visitOutcomes: ["answered"], wait })),
    ...bars(tally.abandonedWaits, (wait) => ({ visitOutcomes: ["abandoned"], wait })),
    ...bars(tally.shortAbandonedWaits, (wait) => ({ visitOutcomes: ["short_abandoned"], wait })),
    ...bars(tally.otherWaits, (wait) => ({ visitOutcomes: ["overflowed", "callback"], wait })),
  ];
}

function offerCells(tally: OfferTally): FigureCell[] {
  return [
    cell(tally.offered),
    cell(tally.offered - tally.ringing, { ring: {} }),
    cell(tally.answered, { legOutcomes: ["talking", "ended"] }),
    cell(tally.missed, { legOutcomes: ["missed"] }),
    cell(tally.rejected, { legOutcomes: ["rejected"] }),
    cell(tally.withdrawn, { legOutcomes: ["withdrawn"] }),
    cell(tally.ringing, { legOutcomes: ["ringing"] }),
    ...bars(tally.rings, (ring) => ({ ring })),
  ];
}

function legCells(tally: LegTally): FigureCell[] {
  return [
    cell(tally.answered),
    cell(tally.finished, { finished: true }),
    cell(tally.answered - tally.finished, { finished: false }),
    cell(tally.transferred, { transferred: true }),
    cell(tally.short, { short: true }),
    ...bars(tally.talks, (talk) => ({ talk })),
    ...bars(tally.holds, (hold) => ({ hold })),
    ...bars(tally.wrapUps, (wrapUp) => ({ wrapUp })),
    ...bars(tally.handles, (handle) => ({ handle })),
  ];
}

function cell(figure: number, conditions: Record<string, unknown> = {}): FigureCell {
  return { figure, conditions };
}

function bars(
  histogram: LogHistogram,
  conditionsOf: (span: NonNullable<Extract<Cohort, { unit: "visit" }>["wait"]>) => Record<string, unknown>,
): FigureCell[] {
  return bucketsOf(histogram).map(([bucket, count]) =>
    cell(count, conditionsOf({ min: lowerBound(bucket), below: lowerBound(bucket + 1) })),
  );
}
