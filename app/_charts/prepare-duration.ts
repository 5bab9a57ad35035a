import type { CallsHref, HistogramModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { type ChangeWords, meanBeside, prepareTileChange } from "@/app/_charts/prepare-change";
import { medianNote, printDuration } from "@/app/_charts/prepare-figures";
import { type HeatMapColumns, prepareHeatMap, tableOfHeatMap } from "@/app/_charts/prepare-heat-map";
import { prepareHistogram } from "@/app/_charts/prepare-histogram";
import type { Cohort, DurationSpan, FigureFilter } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, narrowedTo } from "@/server/domain/metrics/dimension-keys";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";
import type { HandlePart } from "@/server/domain/metrics/handle-time";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
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

interface PartsSide {
  readonly legs: LegsOf;
  readonly parts: Readonly<Record<HandlePart, DurationFigure | null>>;
}

/** The mean of one part with its change. Longer is neither good nor bad by itself. */
export function preparePartTile(
  part: HandlePart,
  { own, compared }: { readonly own: PartsSide; readonly compared: PartsSide | null },
  words: ChangeWords,
) {
  const figure = own.parts[part];
  return {
    ...printDuration(figure, words, cohortHref(legsWith(own.legs, part))),
    change: prepareTileChange(
      { measure: "duration", value: figure?.meanMs, whenMore: "neutral" },
      compared && meanBeside(compared.parts[part], words, cohortHref(legsWith(compared.legs, part))),
      words,
    ),
  };
}

interface DistributionInput {
  readonly legs: LegsOf;
  readonly part: HandlePart;
  readonly distribution: LogHistogram;
  readonly spread: DurationSpread | null;
  readonly compared: {
    readonly name: string;
    readonly legs: LegsOf;
    readonly distribution: LogHistogram;
  } | null;
  readonly axis: HistogramModel["chosen"];
  readonly words: FigureWords;
  readonly printSpan: (min: number, below: number | null) => string;
}

/** The distribution with its quantiles and mean marked; each bar opens exactly its legs. */
export function prepareDistribution(input: DistributionInput): HistogramModel {
  const { legs, part, distribution, spread, compared, axis, words, printSpan } = input;
  const { median, mean, p90 } = words.columns;
  return prepareHistogram({
    histogram: distribution,
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
    compared: compared && {
      name: compared.name,
      histogram: compared.distribution,
      hrefOf: (span) => cohortHref(legsWith(compared.legs, part, span)),
    },
    chosen: axis,
  });
}

interface WeekInput {
  readonly legs: LegsOf;
  readonly part: HandlePart;
  readonly timeZone: string;
  /** 336 half hours, Monday 0:00 first. */
  readonly slots: readonly (DurationFigure | null)[];
  readonly weekdays: readonly string[];
  readonly words: FigureWords;
  readonly columns: Omit<HeatMapColumns, "printCount">;
}

/** The median by half hour of the week; each cell opens its legs. */
export function prepareWeek({ legs, part, timeZone, slots, weekdays, words, columns }: WeekInput) {
  const model = prepareHeatMap({
    counts: slots.map((figure) => figure?.n ?? 0),
    values: slots.map((figure) => figure?.medianMs ?? null),
    notes: slots.map((figure) => figure && medianNote(figure, words)),
    weekdays,
    print: words.duration,
    label: ({ weekday, time, index, count }) => {
      const { median } = words.columns;
      const figure = slots[index];
      const interval = figure ? medianNote(figure, words) : null;
      const said = `${weekday} ${time}: ${median} ${words.duration(figure?.medianMs ?? 0)}, ${words.n(count)}`;
      return interval === null ? said : `${said}, ${interval}`;
    },
    hrefOf: (slot) => cohortHref({ ...legsWith(legs, part), slot: { ...slot, timeZone } }),
  });
  return { model, table: tableOfHeatMap(model, { ...columns, printCount: words.count }) };
}
