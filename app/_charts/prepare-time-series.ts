import { countAxis, durationAxis, type Print, shareAxis } from "@/app/_charts/axis";
import type {
  ChartInterval,
  SeriesLook,
  Tick,
  TimeSeries,
  TimeSeriesModel,
} from "@/app/_charts/chart-models";
import type { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";

/** What the numbers of a chart are: numbers of records, shares from 0 to 1, or milliseconds. */
type Measure = "count" | "share" | "duration";

interface SeriesInput {
  readonly key: string;
  readonly name: string;
  readonly look: SeriesLook;
  readonly shape: "bar" | "line";
  /** One for each interval; null where there is none. */
  readonly values: readonly (number | null)[];
  /** What it takes to trust each of them. */
  readonly notes?: readonly (string | null)[];
  readonly cohort?: Cohort;
  readonly boundaries?: readonly Instant[];
  readonly isComparison?: boolean;
}

interface TimeSeriesInput {
  readonly intervals: readonly ChartInterval[];
  readonly series: readonly SeriesInput[];
  readonly measure: Measure;
  readonly print: Print;
  readonly target?: Tick;
}

/** Numbers over time. Intervals that have not begun hold nothing: they are gaps. */
export function prepareTimeSeries({
  intervals,
  series,
  measure,
  print,
  target,
}: TimeSeriesInput): TimeSeriesModel {
  const drawn = series.map(
    ({ values, notes, cohort, boundaries, isComparison = false, ...rest }): TimeSeries => ({
      ...rest,
      isComparison,
      cohort: cohort ?? null,
      boundaries: boundaries ?? null,
      figures: intervals.map((_, index) => {
        const value = values[index] ?? null;
        const label = value === null ? "–" : print(value);
        return { value, label, note: value === null ? null : (notes?.[index] ?? null) };
      }),
    }),
  );
  const highest = Math.max(0, target?.value ?? 0, highestBar(drawn), highestLine(drawn));
  const axes = { count: countAxis, duration: durationAxis, share: (_: number) => shareAxis(print) };
  return { intervals, series: drawn, axis: axes[measure](highest, print), target: target ?? null };
}

const isBar = ({ shape, isComparison }: TimeSeries) => shape === "bar" && !isComparison;

function highestLine(series: readonly TimeSeries[]): number {
  const values = series.filter((one) => !isBar(one)).flatMap(({ figures }) => figures);
  return values.reduce((highest, { value }) => Math.max(highest, value ?? 0), 0);
}

/** Bars stand on each other. */
function highestBar(series: readonly TimeSeries[]): number {
  const bars = series.filter(isBar);
  const totals = bars[0]?.figures.map((_, index) =>
    bars.reduce((sum, { figures }) => sum + (figures[index]?.value ?? 0), 0),
  );
  return (totals ?? []).reduce((highest, total) => Math.max(highest, total), 0);
}
