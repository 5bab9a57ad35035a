import type {
  ChartInterval,
  SeriesLook,
  TableCell,
  TableModel,
  TimeSeriesModel,
} from "@/app/_charts/chart-models";
import { hrefUnlessNone, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { Overview, OverviewFigures, OverviewSide } from "@/app/_charts/overview-figures";
import { countCell, printShare, shareCells } from "@/app/_charts/prepare-figures";
import { prepareTimeSeries } from "@/app/_charts/prepare-time-series";
import { judgedHref } from "@/app/_charts/prepare-waits";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";
import type { VisitCounts } from "@/server/domain/metrics/tally";

/** What became of the visits of an interval: the parts of a bar, from the bottom up. */
const fates = [
  {
    key: "answered",
    look: "talking",
    outcomes: ["answered"],
    count: ({ answered }: VisitCounts) => answered,
  },
  {
    key: "abandoned",
    look: "lost",
    outcomes: ["abandoned"],
    count: ({ abandoned }: VisitCounts) => abandoned,
  },
  {
    key: "shortAbandoned",
    look: "ringing",
    outcomes: ["short_abandoned"],
    count: ({ shortAbandoned }: VisitCounts) => shortAbandoned,
  },
  {
    key: "leftOtherwise",
    look: "wrapping",
    outcomes: ["overflowed", "callback"],
    count: ({ overflowed, callback }: VisitCounts) => overflowed + callback,
  },
  { key: "waiting", look: "waiting", outcomes: ["waiting"], count: ({ waiting }: VisitCounts) => waiting },
] as const satisfies readonly {
  key: string;
  look: SeriesLook;
  outcomes: readonly VisitOutcome[];
  count: (counts: VisitCounts) => number;
}[];

type Fate = (typeof fates)[number]["key"];

export interface OverviewChartWords extends FigureWords {
  readonly series: Readonly<Record<Fate | "offered" | "serviceLevel", string>>;
  /** The name of the series that something is set beside. */
  readonly compared: (name: string) => string;
  /** The head of the column of the intervals. */
  readonly intervalHead: string;
  readonly targetLine: (share: number) => string;
}

interface ChartOf {
  readonly overview: Overview;
  readonly intervals: readonly ChartInterval[];
}

interface DrawnAndTold {
  readonly model: TimeSeriesModel;
  readonly table: TableModel;
}

type IntervalFigures = OverviewFigures["intervals"][number];

/** Intervals of records with their figures, from the first to the last that has begun. */
function begunOf({ figures, records, boundaries }: OverviewSide, now: Instant) {
  return figures.intervals.flatMap((one, index) => {
    const [from, until] = [boundaries[index], boundaries[index + 1]];
    if (from === undefined || until === undefined || from > now) return [];
    return [{ figures: one, records: { ...records, from, until } }];
  });
}

/** One value for each interval; nothing where it has not begun. */
function valuesOf(
  side: OverviewSide,
  { overview, intervals }: ChartOf,
  value: (figures: IntervalFigures) => number | null,
): (number | null)[] {
  const begun = begunOf(side, overview.now);
  return intervals.map((_, index) => {
    const one = begun[index];
    return one === undefined ? null : value(one.figures);
  });
}

interface ComparedLine {
  readonly name: string;
  readonly value: (figures: IntervalFigures) => number | null;
  /** The records that a figure opens. */
  readonly conditions?: Pick<Extract<Cohort, { unit: "visit" }>, "visitOutcomes" | "withinTarget">;
}

/** The pale line of what a chart is set beside, its first interval beside the first. */
function comparedSeries(chart: ChartOf, { name, value, conditions }: ComparedLine) {
  const { compared } = chart.overview;
  if (compared === null) return [];
  const { records, boundaries } = compared;
  const cohort = { unit: "visit", ...records, ...conditions } as const;
  const values = valuesOf(compared, chart, value);
  const line = { key: "compared", look: "accent", shape: "line", isComparison: true } as const;
  return [{ ...line, name, values, cohort, boundaries }];
}

const offeredOf = ({ counts }: IntervalFigures) => counts.offered;

/** Visits over time, by what became of them. */
export function prepareVisitsOverTime(chart: ChartOf, words: OverviewChartWords): DrawnAndTold {
  const { own } = chart.overview;
  const { counts } = own.figures;
  const shown = fates.filter(
    ({ key, count }) => key === "answered" || key === "abandoned" || count(counts) > 0,
  );
  const model = prepareTimeSeries({
    intervals: chart.intervals,
    measure: "count",
    print: words.count,
    series: [
      ...shown.map(({ key, look, outcomes, count }) => ({
        key,
        look,
        name: words.series[key],
        shape: "bar" as const,
        values: valuesOf(own, chart, (figures) => count(figures.counts)),
        cohort: { unit: "visit" as const, ...own.records, visitOutcomes: [...outcomes] },
      })),
      ...comparedSeries(chart, { name: words.compared(words.series.offered), value: offeredOf }),
    ],
  });
  return {
    model,
    table: tableOf(chart, words, {
      columns: [words.series.offered, ...shown.map(({ key }) => words.series[key])],
      cells: ({ figures, records }) => [
        countCell(offeredOf(figures), words, visitsHref(records)),
        ...shown.map(({ count, outcomes }) =>
          countCell(count(figures.counts), words, visitsHref(records, { visitOutcomes: [...outcomes] })),
        ),
      ],
      comparedColumns: [words.compared(words.series.offered)],
      comparedCells: ({ figures, records }) => [countCell(offeredOf(figures), words, visitsHref(records))],
    }),
  };
}

/** The service level of each interval, and what is aimed at. */
export function prepareServiceLevelOverTime(chart: ChartOf, words: OverviewChartWords): DrawnAndTold {
  const { own, compared, target } = chart.overview;
  const name = words.series.serviceLevel;
  const conditions = { visitOutcomes: ["answered" as const], withinTarget: true };
  const shareOf = ({ serviceLevel }: IntervalFigures) => serviceLevel?.share ?? null;
  const notesOf = (side: OverviewSide) =>
    begunOf(side, chart.overview.now).map(({ figures: { serviceLevel: figure } }) =>
      figure === null ? null : printShare(figure, words).notes.join(" · "),
    );
  const model = prepareTimeSeries({
    intervals: chart.intervals,
    measure: "share",
    print: words.share,
    ...(target && { target: { value: target.share, label: words.targetLine(target.share) } }),
    series: [
      {
        key: "serviceLevel",
        look: "accent",
        name,
        shape: "line",
        values: valuesOf(own, chart, shareOf),
        notes: notesOf(own),
        cohort: { unit: "visit", ...own.records, ...conditions },
      },
      ...comparedSeries(chart, { name: words.compared(name), value: shareOf, conditions }).map((one) => ({
        ...one,
        notes: compared === null ? [] : notesOf(compared),
      })),
    ],
  });
  const cells = ({ figures: { serviceLevel, counts }, records }: Told) =>
    shareCells(serviceLevel, words, {
      part: hrefUnlessNone(
        counts.answeredWithin,
        visitsHref(records, { visitOutcomes: ["answered"], withinTarget: true }),
      ),
      whole: judgedHref(records, chart.overview.now),
    });
  const { count } = words.columns;
  return {
    model,
    table: tableOf(chart, words, {
      columns: [name, count],
      cells,
      comparedColumns: [words.compared(name), words.compared(count)],
      comparedCells: cells,
    }),
  };
}

type Told = ReturnType<typeof begunOf>[number];

interface TableParts {
  readonly columns: readonly string[];
  readonly cells: (own: Told) => readonly TableCell[];
  readonly comparedColumns: readonly string[];
  readonly comparedCells: (compared: Told) => readonly TableCell[];
}

/** Rows for the intervals that have begun, each beside the compared one. */
function tableOf(
  { overview: { own, compared, now }, intervals }: ChartOf,
  words: OverviewChartWords,
  parts: TableParts,
): TableModel {
  const beside = compared && begunOf(compared, now);
  const comparedCells = (index: number): readonly TableCell[] => {
    const one = beside?.[index];
    return one ? parts.comparedCells(one) : parts.comparedColumns.map(() => ({ text: "–", raw: "" }));
  };
  return {
    columns: [words.intervalHead, ...parts.columns, ...(beside ? parts.comparedColumns : [])],
    rows: begunOf(own, now).map((one, index) => ({
      key: String(one.records.from),
      isRunning: intervals[index]?.isRunning ?? false,
      cells: [
        { text: intervals[index]?.label ?? "" },
        ...parts.cells(one),
        ...(beside ? comparedCells(index) : []),
      ],
    })),
  };
}
