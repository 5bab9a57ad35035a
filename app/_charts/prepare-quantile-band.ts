import { durationAxis, type Print } from "@/app/_charts/axis";
import type { ChartInterval, Figure, QuantileBandModel, TableModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { Cohort } from "@/server/domain/metrics/cohort";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";

interface QuantileBandInput {
  readonly intervals: readonly ChartInterval[];
  /** One for each interval; null where there are no records. */
  readonly spreads: readonly (DurationSpread | null)[];
  readonly compared?: { readonly name: string; readonly medians: readonly (number | null)[] } | null;
  readonly names: QuantileBandModel["names"];
  readonly cohort?: Cohort;
  readonly printDuration: Print;
  readonly printCount: Print;
}

/** Quantiles over time; an interval without records is a gap. */
export function prepareQuantileBand(input: QuantileBandInput): QuantileBandModel {
  const { intervals, spreads, compared, names, cohort, printDuration, printCount } = input;
  const figure = (value: number | null | undefined): Figure => ({
    value: value ?? null,
    label: value == null ? "–" : printDuration(value),
  });
  const bands = intervals.map((_, index) => {
    const spread = spreads[index];
    if (!spread) return null;
    return {
      p10: figure(spread.p10Ms),
      p25: figure(spread.p25Ms),
      median: figure(spread.medianMs),
      p75: figure(spread.p75Ms),
      p90: figure(spread.p90Ms),
      count: printCount(spread.n),
    };
  });
  const medians = compared?.medians.slice(0, intervals.length) ?? [];
  const longest = Math.max(
    0,
    ...bands.map((band) => band?.p90.value ?? 0),
    ...medians.map((one) => one ?? 0),
  );
  return {
    intervals,
    bands,
    compared: compared ? { name: compared.name, medians: medians.map(figure) } : null,
    names,
    axis: durationAxis(longest, printDuration),
    cohort: cohort ?? null,
  };
}

const noFigures: readonly Figure[] = Array.from({ length: 5 }, () => ({ value: null, label: "–" }));

/** The same as rows; `first` heads the intervals, `count` the numbers of records. */
export function tableOfQuantileBand(
  { intervals, bands, names, cohort }: QuantileBandModel,
  { first, count }: { first: string; count: string },
): TableModel {
  return {
    columns: [first, count, "P10", "P25", names.median, "P75", "P90"],
    rows: intervals.map(({ from, until, label, isRunning }, index) => {
      const band = bands[index];
      const figures = band ? [band.p10, band.p25, band.median, band.p75, band.p90] : noFigures;
      const href = band && cohort ? cohortHref({ ...cohort, from, until }) : null;
      return {
        key: String(from),
        isRunning,
        cells: [
          { text: label },
          { text: band?.count ?? "0", href },
          ...figures.map(({ value, label: text }) => ({
            text,
            raw: value === null ? "" : Math.round(value) / 1000,
            href,
          })),
        ],
      };
    }),
  };
}
