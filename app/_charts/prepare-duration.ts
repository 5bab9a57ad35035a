import type { CallsHref, ChartInterval, HistogramModel, TableModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell } from "@/app/_charts/prepare-figures";
import { type HeatMapColumns, prepareHeatMap, tableOfHeatMap } from "@/app/_charts/prepare-heat-map";
import { prepareHistogram } from "@/app/_charts/prepare-histogram";
import { prepareTimeSeries } from "@/app/_charts/prepare-time-series";
import type { Cohort, DurationSpan, FigureFilter } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, narrowedTo } from "@/server/domain/metrics/dimension-keys";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";
import type { HandlePart } from "@/server/domain/metrics/handle-time";
import type { Period } from "@/server/domain/metrics/time/period";

/** The legs that a page looks at. */
export interface LegsOf extends Period {
  readonly filter: FigureFilter;
}

/** The finished legs that have a part of the handle time, or where it is so long. */
export function legsWith({ from, until, filter }: LegsOf, part: HandlePart, span: DurationSpan = {}): Cohort {
  return { unit: "leg", from, until, filter, [part]: span };
}

/** The finished legs of a period, whatever parts they have. */
export function finishedLegs({ from, until, filter }: LegsOf): Cohort {
  return { unit: "leg", from, until, filter, finished: true };
}

/** The legs that have no handle time yet. */
export function unfinishedHref({ from, until, filter }: LegsOf): CallsHref {
  return cohortHref({ unit: "leg", from, until, filter, finished: false });
}

export function shortHref({ from, until, filter }: LegsOf): CallsHref {
  return cohortHref({ unit: "leg", from, until, filter, short: true });
}

/** The legs behind a row of a breakdown; null where no filter can say its key. */
export function rowHref(
  legs: LegsOf,
  part: HandlePart,
  { by, key }: { readonly by: Dimension; readonly key: DimensionKey },
): CallsHref | null {
  const filter = narrowedTo(legs.filter, by, key);
  return filter && cohortHref(legsWith({ ...legs, filter }, part));
}

/** A histogram as it travels: its buckets with their counts. */
export type Distribution = readonly (readonly [bucket: number, count: number])[];

interface DistributionInput {
  readonly legs: LegsOf;
  readonly part: HandlePart;
  readonly distribution: Distribution;
  readonly spread: DurationSpread | null;
  readonly compared: Distribution | null;
  readonly axis: NonNullable<HistogramModel["chosen"]>;
  readonly words: FigureWords;
  readonly printSpan: (min: number, below: number | null) => string;
}

/** The distribution with its quantiles and mean marked; each bar opens exactly its legs. */
export function prepareDistribution(input: DistributionInput): HistogramModel {
  const { legs, part, distribution, spread, compared, axis, words, printSpan } = input;
  const { median, mean, p90 } = words.columns;
  return prepareHistogram({
    histogram: new Map(distribution),
    marks: [
      { name: median, ms: spread?.medianMs ?? null },
      { name: mean, ms: spread?.meanMs ?? null },
      { name: "P75", ms: spread?.p75Ms ?? null },
      { name: p90, ms: spread?.p90Ms ?? null },
      { name: "P95", ms: spread?.p95Ms ?? null },
    ],
    printDuration: words.duration,
    printSpan,
    printCount: words.count,
    printShare: words.share,
    hrefOf: (span) => cohortHref(legsWith(legs, part, span)),
    compared: compared && new Map(compared),
    chosen: axis,
  });
}

interface PartsPoint {
  readonly handle: DurationSpread | null;
  readonly means: Readonly<Record<"talkMs" | "holdMs" | "wrapUpMs", number>> | null;
}

interface PartsInput {
  readonly legs: LegsOf;
  readonly intervals: readonly ChartInterval[];
  readonly series: readonly PartsPoint[];
  readonly compared: { readonly name: string; readonly means: readonly (number | null)[] } | null;
  readonly names: Readonly<Record<"talk" | "hold" | "wrapUp", string>>;
  readonly words: FigureWords;
}

/** Of what handle time is made on average: the mean parts of each interval stand on each other. */
export function prepareParts({ legs, intervals, series, compared, names, words }: PartsInput) {
  const cohort = finishedLegs(legs);
  const part = (key: "talkMs" | "holdMs" | "wrapUpMs") => series.map(({ means }) => means?.[key] ?? null);
  const own = { shape: "bar", cohort } as const;
  return prepareTimeSeries({
    intervals,
    measure: "duration",
    print: words.duration,
    series: [
      { ...own, key: "talk", name: names.talk, look: "talking", values: part("talkMs") },
      { ...own, key: "hold", name: names.hold, look: "holding", values: part("holdMs") },
      { ...own, key: "wrapUp", name: names.wrapUp, look: "wrapping", values: part("wrapUpMs") },
      ...(compared
        ? [
            {
              key: "compared",
              name: compared.name,
              look: "accent",
              shape: "line",
              values: compared.means,
              isComparison: true,
            } as const,
          ]
        : []),
    ],
  });
}

interface PartsTableInput extends Omit<PartsInput, "compared"> {
  readonly first: string;
}

/** The same as rows, with n, mean, median and P90 of the whole. */
export function tableOfParts({ legs, intervals, series, names, words, first }: PartsTableInput): TableModel {
  const { count, mean, median, p90 } = words.columns;
  const cohort = finishedLegs(legs);
  return {
    columns: [first, count, names.talk, names.hold, names.wrapUp, mean, median, p90],
    rows: intervals.map(({ from, until, label, isRunning }, index) => {
      const { handle = null, means = null } = series[index] ?? {};
      const href = handle && cohortHref({ ...cohort, from, until });
      const duration = (ms: number | undefined) =>
        ms === undefined
          ? { text: "–", raw: "" }
          : { text: words.duration(ms), raw: Math.round(ms) / 1000, href };
      return {
        key: String(from),
        isRunning,
        cells: [
          { text: label },
          countCell(handle?.n ?? 0, words, href),
          duration(means?.talkMs),
          duration(means?.holdMs),
          duration(means?.wrapUpMs),
          duration(handle?.meanMs),
          duration(handle?.medianMs),
          duration(handle?.p90Ms),
        ],
      };
    }),
  };
}

interface WeekInput {
  readonly legs: LegsOf;
  readonly part: HandlePart;
  readonly timeZone: string;
  /** 336 half hours, Monday 0:00 first. */
  readonly slots: readonly { readonly n: number; readonly medianMs: number | null }[];
  readonly weekdays: readonly string[];
  readonly words: FigureWords;
  readonly columns: Omit<HeatMapColumns, "printCount">;
}

/** The median by half hour of the week; each cell opens its legs. */
export function prepareWeek({ legs, part, timeZone, slots, weekdays, words, columns }: WeekInput) {
  const model = prepareHeatMap({
    counts: slots.map(({ n }) => n),
    values: slots.map(({ medianMs }) => medianMs),
    weekdays,
    print: words.duration,
    label: ({ weekday, time, index, count }) =>
      `${weekday} ${time}: ${words.columns.median} ${words.duration(slots[index]?.medianMs ?? 0)}, ${words.n(count)}`,
    hrefOf: (slot) => cohortHref({ ...legsWith(legs, part), slot: { ...slot, timeZone } }),
  });
  return { model, table: tableOfHeatMap(model, { ...columns, printCount: words.count }) };
}
