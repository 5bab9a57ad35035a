import { durationAxis } from "@/app/_charts/axis";
import type { Figure, QuantileBandModel, TableModel } from "@/app/_charts/chart-models";
import { cohortHref, cohortHrefAt } from "@/app/_charts/cohort-href";
import { type ComparedCourse, comparedCells } from "@/app/_charts/compared-course";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCell, medianCell, medianNote } from "@/app/_charts/prepare-figures";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";

interface QuantileBandInput extends Pick<QuantileBandModel, "intervals" | "names"> {
  /** One for each interval; null where there are no records. */
  readonly spreads: readonly (DurationSpread | null)[];
  readonly compared?: ComparedCourse | null;
  readonly words: FigureWords;
}

/** Quantiles over time; an interval without records is a gap. */
export function prepareQuantileBand(
  input: QuantileBandInput & { readonly cohort?: QuantileBandModel["cohort"] },
): QuantileBandModel {
  const { intervals, spreads, compared, names, cohort, words } = input;
  const figure = (value: number): Figure => ({ value, label: words.duration(value) });
  const bands = intervals.map((_, index) => {
    const spread = spreads[index];
    if (!spread) return null;
    return {
      p10: figure(spread.p10Ms),
      p25: figure(spread.p25Ms),
      median: { ...figure(spread.medianMs), note: medianNote(spread, words) },
      p75: figure(spread.p75Ms),
      p90: figure(spread.p90Ms),
      n: words.n(spread.n),
    };
  });
  const medians = compared && intervals.map((_, index) => medianOf(compared.figures[index], words));
  const longest = [...bands.map((band) => band?.p90), ...(medians ?? [])].reduce(
    (most, one) => Math.max(most, one?.value ?? 0),
    0,
  );
  return {
    intervals,
    bands,
    compared:
      compared && medians
        ? {
            name: compared.name,
            medians,
            hrefs: medians.map(
              (median, index) => median && cohortHrefAt(compared.cohort, compared.boundaries, index),
            ),
          }
        : null,
    names,
    axis: durationAxis(longest, words.duration),
    cohort: cohort ?? null,
  };
}

function medianOf(figure: DurationFigure | null | undefined, words: FigureWords): Figure | null {
  if (!figure) return null;
  const interval = medianNote(figure, words);
  const note = interval === null ? words.n(figure.n) : `${words.n(figure.n)} · ${interval}`;
  return { value: figure.medianMs, label: words.duration(figure.medianMs), note };
}

type QuantileTableInput = QuantileBandInput & {
  readonly cohort: NonNullable<QuantileBandModel["cohort"]>;
  /** Heads the intervals. */
  readonly first: string;
};

/** The same as rows, each beside what it is compared with. */
export function tableOfQuantileBand(input: QuantileTableInput): TableModel {
  const { intervals, spreads, compared, names, cohort, first, words } = input;
  const { count } = words.columns;
  const beside = compared ? [compared.name, count] : [];
  const own = [first, count, "P10", "P25", names.median, "P75", "P90"];
  return {
    columns: [...own, ...beside],
    ...(compared && { over: [...own.map(() => ""), "", compared.name] }),
    rows: intervals.map(({ from, until, label, isRunning }, index) => {
      const spread = spreads[index] ?? null;
      const href = cohortHref({ ...cohort, from, until });
      const duration = (ms: number | undefined) => durationCell(ms, words, href);
      return {
        key: String(from),
        isRunning,
        cells: [
          { text: label },
          countCell(spread?.n ?? 0, words, href),
          duration(spread?.p10Ms),
          duration(spread?.p25Ms),
          medianCell(spread, words, href),
          duration(spread?.p75Ms),
          duration(spread?.p90Ms),
          ...(compared ? comparedCells({ compared, index, words }, medianCell) : []),
        ],
      };
    }),
  };
}
