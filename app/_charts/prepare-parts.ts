import type { ChartInterval, TableModel, TimeSeriesModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { type ComparedCourse, comparedCells } from "@/app/_charts/compared-course";
import type { FigureWords } from "@/app/_charts/figure-words";
import { finishedLegs, type LegsOf } from "@/app/_charts/prepare-duration";
import { countCell, durationCell, meanCell, medianCell } from "@/app/_charts/prepare-figures";
import { prepareTimeSeries } from "@/app/_charts/prepare-time-series";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";

interface PartsPoint {
  readonly handle: DurationSpread | null;
  readonly means: Readonly<Record<"talkMs" | "holdMs" | "wrapUpMs", number>> | null;
}

interface PartsInput {
  readonly legs: LegsOf;
  readonly intervals: readonly ChartInterval[];
  readonly series: readonly PartsPoint[];
  readonly compared: ComparedCourse | null;
  readonly names: Readonly<Record<"talk" | "hold" | "wrapUp", string>>;
  readonly words: FigureWords;
}

/** Of what handle time is made on average: the mean parts of each interval stand on each other. */
export function prepareParts(input: PartsInput): TimeSeriesModel {
  const { legs, intervals, series, compared, names, words } = input;
  const n = (figure: { readonly n: number } | null | undefined) => (figure ? words.n(figure.n) : null);
  const notes = series.map(({ handle }) => n(handle));
  const own = { shape: "bar", cohort: finishedLegs(legs), notes } as const;
  const part = (key: "talkMs" | "holdMs" | "wrapUpMs") => series.map(({ means }) => means?.[key] ?? null);
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
              values: compared.figures.map((figure) => figure?.meanMs ?? null),
              notes: compared.figures.map(n),
              cohort: compared.cohort,
              boundaries: compared.boundaries,
              isComparison: true,
            } as const,
          ]
        : []),
    ],
  });
}

/** The same as rows, with n, mean, median and P90 of the whole, and what these are compared with. */
export function tableOfParts({ first, ...input }: PartsInput & { readonly first: string }): TableModel {
  const { legs, intervals, series, compared, names, words } = input;
  const { count, mean, median, p90 } = words.columns;
  const cohort = finishedLegs(legs);
  const own = [first, count, names.talk, names.hold, names.wrapUp, mean, median, p90];
  return {
    columns: [...own, ...(compared ? [compared.name, count] : [])],
    ...(compared && { over: [...own.map(() => ""), "", compared.name] }),
    rows: intervals.map(({ from, until, label, isRunning }, index) => {
      const { handle = null, means = null } = series[index] ?? {};
      const href = handle && cohortHref({ ...cohort, from, until });
      const duration = (ms: number | undefined) => durationCell(ms, words, href);
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
          medianCell(handle, words, href),
          duration(handle?.p90Ms),
          ...(compared ? comparedCells({ compared, index, words }, meanCell) : []),
        ],
      };
    }),
  };
}
