import { countAxis, durationAxis, type Print, shareAxis } from "@/app/_charts/axis";
import type {
  CallsHref,
  ComparedBar,
  HairLine,
  HistogramBar,
  HistogramModel,
  HistogramScale,
  TableModel,
} from "@/app/_charts/chart-models";
import type { DurationSpan } from "@/server/domain/metrics/cohort";
import {
  BUCKET_COUNT,
  bucketOf,
  bucketsOf,
  countOf,
  type LogHistogram,
  lowerBound,
} from "@/server/domain/metrics/log-histogram";

interface HistogramInput {
  readonly histogram: LogHistogram;
  /** Durations whose range is drawn, where several charts are to have the same bars; otherwise its own. */
  readonly range?: LogHistogram;
  /** Median, mean and the like, in milliseconds; null ones are left out. */
  readonly marks: readonly { readonly name: string; readonly ms: number | null }[];
  readonly printDuration: Print;
  /** The length of a bar's edges in words, `below` null for the last. */
  readonly printSpan: (min: number, below: number | null) => string;
  readonly printCount: Print;
  readonly printShare: Print;
  readonly hrefOf: (span: DurationSpan) => CallsHref;
  readonly compared?: ComparedHistogram | null;
  readonly chosen: HistogramModel["chosen"];
}

export interface ComparedHistogram {
  readonly name: string;
  readonly histogram: LogHistogram;
  readonly hrefOf: (span: DurationSpan) => CallsHref;
}

const barsWanted = 40;
/** Bars begin and end where all but one in five hundred durations lie; the rest joins the outermost. */
const tailShare = 0.002;
const shortestMs = 1000;
/** Where durations are marked on a logarithmic axis, in seconds. */
const logTicks = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400, 604_800];

/** A distribution cut at bucket bounds, so that each bar holds exactly the records between its edges. */
export function prepareHistogram(input: HistogramInput): HistogramModel {
  const { histogram, printShare, chosen, compared } = input;
  const range = rangeOf(input.range ?? histogram);
  return {
    logarithmic: logarithmic(input, range),
    linear: linear(input, range),
    shares: shareAxis(printShare),
    chosen,
    comparedName: compared?.name ?? null,
  };
}

interface Range {
  readonly first: number;
  /** The bucket after the last one drawn in full width. */
  readonly end: number;
}

/** The buckets that nearly all durations fall into. */
function rangeOf(histogram: LogHistogram): Range {
  const total = countOf(histogram);
  let passed = 0;
  let first = bucketOf(shortestMs);
  let end = first + 1;
  for (const [bucket, count] of bucketsOf(histogram)) {
    if (passed <= total * tailShare) first = Math.max(bucket, bucketOf(shortestMs));
    if (passed < total * (1 - tailShare)) end = bucket + 1;
    passed += count;
  }
  return { first, end: Math.min(BUCKET_COUNT, Math.max(end, first + 1)) };
}

function logarithmic(input: HistogramInput, { first, end }: Range): HistogramScale {
  const step = Math.max(1, Math.ceil((end - first) / barsWanted));
  const edges: number[] = [];
  for (let edge = first; edge < end + step; edge += step) edges.push(Math.min(edge, BUCKET_COUNT));
  const place = (ms: number) => Math.log10(Math.max(ms, 1));
  const min = place(lowerBound(edges[0] ?? 0));
  const max = place(lowerBound(edges.at(-1) ?? 0));
  const ticks = logTicks
    .map((seconds) => seconds * 1000)
    .filter((ms) => place(ms) >= min && place(ms) <= max)
    .map((ms) => ({ value: place(ms), label: input.printDuration(ms) }));
  return scaleOf(input, { edges: [...new Set(edges)], place, durations: { min, max, ticks } });
}

function linear(input: HistogramInput, { end }: Range): HistogramScale {
  const durations = durationAxis(lowerBound(end), input.printDuration);
  const widthMs = durations.max / barsWanted;
  const edges = Array.from({ length: barsWanted + 1 }, (_, index) => bucketOf(Math.round(index * widthMs)));
  return scaleOf(input, {
    edges: [...new Set(edges)],
    place: (ms) => Math.min(ms, durations.max),
    durations,
  });
}

interface Cut {
  /** Buckets at which bars begin and end. */
  readonly edges: readonly number[];
  readonly place: (ms: number) => number;
  readonly durations: HistogramScale["durations"];
}

function scaleOf(input: HistogramInput, cut: Cut): HistogramScale {
  const { histogram, compared, printCount } = input;
  const { edges, durations } = cut;
  const counts = countsBetween(histogram, edges);
  const total = countOf(histogram);
  const cumulative = runningSums(counts);
  const bars = counts.map((count, index) => {
    const isLast = index === counts.length - 1;
    const [lower, upper] = [lowerBound(edges[index] ?? 0), lowerBound(edges[index + 1] ?? 0)];
    const span = { min: index === 0 ? 0 : lower, below: isLast ? null : upper };
    const place = { left: cut.place(lower), right: cut.place(upper) };
    return barOf(input, { ...span, ...place, count, passed: cumulative[index] ?? 0, total });
  });
  const beside = compared ? comparedBars(input, { compared, bars, edges, total }) : null;
  return {
    bars,
    durations,
    counts: countAxis(Math.max(...counts, ...(beside ?? []).map(({ height }) => height)), printCount),
    marks: marksOf(input, durations, cut.place),
    compared: beside,
  };
}

type BareBar = Pick<HistogramBar, "min" | "below" | "left" | "right" | "count"> & {
  /** How many durations lie below its upper edge, and how many there are. */
  readonly passed: number;
  readonly total: number;
};

function barOf(input: HistogramInput, { passed, total, ...bar }: BareBar): HistogramBar {
  const { min, below, count } = bar;
  const shareOf = (part: number) => (total === 0 ? 0 : part / total);
  const upTo = below === null ? {} : { below };
  return {
    ...bar,
    label: input.printSpan(min, below),
    countLabel: input.printCount(count),
    share: shareOf(count),
    shareLabel: input.printShare(shareOf(count)),
    href: count === 0 ? null : input.hrefOf(spanOf(bar)),
    cumulative: shareOf(passed),
    cumulativeLabel: input.printShare(shareOf(passed)),
    cumulativeHref: passed === 0 ? null : input.hrefOf(upTo),
  };
}

function spanOf({ min, below }: Pick<HistogramBar, "min" | "below">): DurationSpan {
  return { ...(min > 0 && { min }), ...(below !== null && { below }) };
}

interface Beside {
  readonly compared: ComparedHistogram;
  readonly bars: readonly HistogramBar[];
  readonly edges: readonly number[];
  /** So many durations the bars hold. */
  readonly total: number;
}

function comparedBars(
  { printCount, printShare }: HistogramInput,
  { compared, bars, edges, total }: Beside,
): ComparedBar[] {
  const counts = countsBetween(compared.histogram, edges);
  const own = counts.reduce((sum, count) => sum + count, 0);
  return bars.map((bar, index) => {
    const count = counts[index] ?? 0;
    const share = own === 0 ? 0 : count / own;
    return {
      count,
      countLabel: printCount(count),
      share,
      shareLabel: printShare(share),
      href: count === 0 ? null : compared.hrefOf(spanOf(bar)),
      height: share * total,
    };
  });
}

/** How many durations fall between neighbouring edges; what lies outside joins the outermost. */
function countsBetween(histogram: LogHistogram, edges: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(1, edges.length - 1)).fill(0);
  for (const [bucket, count] of bucketsOf(histogram)) {
    const after = edges.findIndex((edge) => edge > bucket);
    const bar = after < 0 ? counts.length - 1 : Math.max(0, after - 1);
    counts[bar] = (counts[bar] ?? 0) + count;
  }
  return counts;
}

function runningSums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

function marksOf(
  { marks, printDuration }: HistogramInput,
  { min, max }: HistogramScale["durations"],
  place: (ms: number) => number,
): HairLine[] {
  return marks
    .flatMap(({ name, ms }) => (ms === null ? [] : [{ name, value: place(ms), label: printDuration(ms) }]))
    .filter(({ value }) => value >= min && value <= max)
    .sort((one, other) => one.value - other.value);
}

/** What heads the lengths, their counts, their shares and the shares up to them. */
type HistogramHeads = readonly [length: string, count: string, share: string, cumulative: string];

/** The bars of the chosen axis as rows, each beside what it is compared with. */
export function tableOfHistogram(
  { chosen, comparedName, ...scales }: HistogramModel,
  columns: HistogramHeads,
): TableModel {
  const { bars, compared } = scales[chosen];
  const [, count, share] = columns;
  const over = columns.map(() => "");
  const name = comparedName ?? "";
  return {
    columns: compared ? [...columns, count, share] : columns,
    ...(compared && { over: [...over, name, name] }),
    rows: bars.map(({ label, min, href, cumulative, cumulativeLabel, cumulativeHref, ...bar }, index) => {
      const beside = compared?.[index];
      return {
        key: String(min),
        cells: [
          { text: label },
          { text: bar.countLabel, raw: bar.count, href },
          { text: bar.shareLabel, raw: bar.share, href },
          { text: cumulativeLabel, raw: cumulative, href: cumulativeHref },
          ...(beside
            ? [
                { text: beside.countLabel, raw: beside.count, href: beside.href },
                { text: beside.shareLabel, raw: beside.share, href: beside.href },
              ]
            : []),
        ],
      };
    }),
  };
}
