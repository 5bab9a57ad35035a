import type { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";
import type { MetricId } from "@/server/domain/metrics/definitions";

// What charts draw: numbers at their places, with every word already chosen. Where a number is null
// there is a gap.

/** Where the calls behind a mark are listed. */
export type CallsHref = `/calls?${string}`;

/** A dashboard in some state. */
export type DashboardHref = `/dashboards/${string}`;

/** Where one call is shown. */
export type CallHref = `/calls/${string}`;

/** How a series looks: a colour of the theme together with a pattern or dash of its own. */
export const seriesLooks = [
  "accent",
  "talking",
  "holding",
  "wrapping",
  "waiting",
  "ringing",
  "free",
  "lost",
  "meeting",
] as const;
export type SeriesLook = (typeof seriesLooks)[number];

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** An axis from the lowest to the highest number that is drawn, with the numbers printed beside it. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly Tick[];
}

/** A number with the words that are printed for it. */
export interface Figure {
  readonly value: number | null;
  readonly label: string;
  /** Its number of records, and its interval where these are few. */
  readonly note?: string | null;
}

/** A stretch of the time axis. */
export interface ChartInterval {
  readonly from: Instant;
  readonly until: Instant;
  /** Short, for the axis. */
  readonly tick: string;
  /** In full, for the tooltip and the table. */
  readonly label: string;
  /** It is not over yet: drawn pale. */
  readonly isRunning: boolean;
}

export interface TimeSeries {
  readonly key: string;
  readonly name: string;
  readonly look: SeriesLook;
  /** Bars of one chart stand on each other. */
  readonly shape: "bar" | "line";
  /** Of something to compare with: drawn as a pale line. */
  readonly isComparison: boolean;
  /** One for each interval. */
  readonly figures: readonly Figure[];
  /** The records behind the series; those behind a mark are the ones of its interval. */
  readonly cohort: Cohort | null;
  /** Where the intervals of what is compared begin and end; null where they are the chart's own. */
  readonly boundaries: readonly Instant[] | null;
}

export interface TimeSeriesModel {
  readonly intervals: readonly ChartInterval[];
  readonly series: readonly TimeSeries[];
  readonly axis: Axis;
  readonly target: Tick | null;
}

/** A labelled hairline across a chart. */
export interface HairLine {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

export interface HistogramBar {
  /** Its edges in milliseconds; the last bar has no upper one. */
  readonly min: number;
  readonly below: number | null;
  /** Where it is drawn: edges in the unit of the axis. */
  readonly left: number;
  readonly right: number;
  readonly count: number;
  readonly countLabel: string;
  readonly label: string;
  /** From 0 to 1, of all. */
  readonly share: number;
  readonly shareLabel: string;
  readonly href: CallsHref | null;
  /** The share of all that is at most this long, at the bar's upper edge, from 0 to 1. */
  readonly cumulative: number;
  readonly cumulativeLabel: string;
  /** All that is at most this long. */
  readonly cumulativeHref: CallsHref | null;
}

/** How many of another set of records fall between the edges of a bar. */
export interface ComparedBar {
  readonly count: number;
  readonly countLabel: string;
  readonly share: number;
  readonly shareLabel: string;
  readonly href: CallsHref | null;
  /** Where it is drawn: as if there were as many in all as of the others. */
  readonly height: number;
}

/** A distribution cut into bars on one axis of durations. */
export interface HistogramScale {
  readonly bars: readonly HistogramBar[];
  readonly durations: Axis;
  readonly counts: Axis;
  /** Values in the unit of the axis. */
  readonly marks: readonly HairLine[];
  /** The same of another set of records, one for each bar. */
  readonly compared: readonly ComparedBar[] | null;
}

export interface HistogramModel {
  readonly logarithmic: HistogramScale;
  readonly linear: HistogramScale;
  /** The axis that the address chose. */
  readonly chosen: "logarithmic" | "linear";
  /** What the other set of records is called. */
  readonly comparedName: string | null;
  readonly shares: Axis;
}

export interface QuantileBand {
  readonly p10: Figure;
  readonly p25: Figure;
  readonly median: Figure;
  readonly p75: Figure;
  readonly p90: Figure;
  readonly n: string;
}

export interface QuantileBandModel {
  readonly intervals: readonly ChartInterval[];
  /** One for each interval; null is a gap. */
  readonly bands: readonly (QuantileBand | null)[];
  /** Medians of something to compare with, and where the records of each are listed. */
  readonly compared: {
    readonly name: string;
    readonly medians: readonly (Figure | null)[];
    readonly hrefs: readonly (CallsHref | null)[];
  } | null;
  readonly names: Readonly<Record<"median" | "middle" | "most", string>>;
  readonly axis: Axis;
  readonly cohort: Cohort | null;
}

export interface SurvivalPoint {
  /** Since the beginning. */
  readonly ms: number;
  readonly label: string;
  /** Shares from 0 to 1; the step holds from here on. */
  readonly share: number;
  /** The band it may lie in; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly shareLabel: string;
  /** How many go on. */
  readonly leftLabel: string;
  readonly href: CallsHref | null;
}

export interface SurvivalModel {
  readonly series: readonly {
    readonly key: string;
    readonly name: string;
    readonly look: SeriesLook;
    readonly points: readonly SurvivalPoint[];
  }[];
  readonly durations: Axis;
  readonly shares: Axis;
}

export interface FunnelPoint {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly countLabel: string;
  readonly value: number;
  readonly label: string;
  readonly href: CallsHref | null;
  /** Beyond the limits within which chance alone would keep it. */
  readonly beyond: "none" | "warning" | "alarm";
  /** The figure that it is compared with. */
  readonly compared: Figure | null;
  /** Its name stands beside it in the drawing. */
  readonly isNamed: boolean;
}

/** A figure of several agents against how many it is made of, with limits that narrow as these grow. */
export interface FunnelModel {
  readonly points: readonly FunnelPoint[];
  /** Limits of 95 % and 99.8 % around the mean at some counts. */
  readonly limits: readonly {
    readonly count: number;
    readonly low95: number;
    readonly high95: number;
    readonly low998: number;
    readonly high998: number;
  }[];
  readonly mean: HairLine;
  readonly counts: Axis;
  readonly values: Axis;
  readonly names: Readonly<
    Record<"count" | "value" | "limit95" | "limit998" | "beyond95" | "beyond998", string>
  > & {
    /** What is compared; null where nothing is. */
    readonly compared: string | null;
  };
}

export interface Sparkline {
  /** Lines in a box of 100 by 24, broken at gaps. */
  readonly lines: readonly string[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** What still runs, broken at gaps. */
  readonly running: string | null;
}

export interface TileChange {
  readonly direction: "up" | "down" | "same";
  /** Whether that is better, worse or neither. */
  readonly tone: "good" | "bad" | "neutral";
  /** The difference in words, its direction included. */
  readonly words: string;
  /** What it is measured against, with its figure and n, and where the records of that are listed. */
  readonly against: string;
  readonly href: CallsHref | null;
}

/** A short line beneath a figure; it may open what it counts. */
export type TileNote = string | { readonly text: string; readonly href: CallsHref | null };

/** A figure with what it takes to trust it. */
export interface TileModel {
  readonly value: string;
  readonly href: CallsHref | null;
  readonly target: string | null;
  /** The number of records, median and P90, interval. */
  readonly notes: readonly TileNote[];
  readonly change: TileChange | null;
  readonly sparkline: Sparkline | null;
}

export interface TableCell {
  readonly text: string;
  /** What an export writes in place of the text. */
  readonly raw?: number | string | null;
  readonly href?: CallsHref | CallHref | null;
  /** A short line beneath, such as the interval of the figure; exports go without. */
  readonly note?: TileNote | null;
  /** Where chance may have put the figure: two columns of their own where it is exported. */
  readonly bounds?: { readonly low: number; readonly high: number | null } | null;
  /** The card that says what the figures of a row are, beside its name. */
  readonly metric?: MetricId;
  /** Words rather than a figure: read from the left, and broken where the line ends. */
  readonly isWords?: boolean;
}

export interface TableModel {
  /** The first column names the rows; the others hold figures, or words. */
  readonly columns: readonly string[];
  /** What the name of a column belongs to, such as "Speed of answer" for a median; "" where it says all. */
  readonly over?: readonly string[];
  /** The card that says what a column holds; where neighbours share a card it stands at the first of them. */
  readonly metrics?: readonly (MetricId | null)[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly TableCell[];
    readonly isRunning?: boolean;
    /** Where only the records of the row are looked at. */
    readonly narrowHref?: DashboardHref | null;
  }[];
}
