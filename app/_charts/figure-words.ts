import type { Print } from "@/app/_charts/axis";

/** The words in which figures are printed, in the reader's language. */
export interface FigureWords {
  readonly count: Print;
  readonly share: Print;
  /** Milliseconds. */
  readonly duration: Print;
  /** A difference between counts relative to the earlier one; between shares, in points; between durations. */
  readonly change: Readonly<Record<"count" | "share" | "duration", Print>>;
  /** Printed where there is nothing to count. */
  readonly none: string;
  readonly n: (count: number) => string;
  /** A part beside the whole that it is a share of. */
  readonly partOf: (part: string, whole: string) => string;
  /** A figure with what it is made of. */
  readonly madeOf: (figure: string, records: string) => string;
  readonly interval: (low: string, high: string) => string;
  readonly medianLine: (median: string, p90: string) => string;
  readonly columns: Readonly<Record<"median" | "mean" | "p90" | "count", string>>;
}
