import type { FigureWords } from "@/app/_charts/figure-words";

/** Words for tests: every figure as it is. */
export const plainWords: FigureWords = {
  count: String,
  share: String,
  duration: String,
  change: { count: String, share: String, duration: String },
  none: "none",
  n: String,
  partOf: (part, whole) => `${part} of ${whole}`,
  madeOf: (figure, records) => `${figure} (${records})`,
  interval: (low, high) => `${low} to ${high}`,
  medianLine: (median, p90) => `median ${median}, P90 ${p90}`,
  columns: { median: "median", mean: "mean", p90: "P90", count: "n" },
};
