import type { FigureWords } from "@/app/_charts/figure-words";
import type { OverviewTableWords } from "@/app/_charts/prepare-overview-tables";

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

/** What the tables of an overview are headed by, for tests. */
export const plainOverviewWords = {
  names: {
    calls: "calls",
    offered: "offered",
    answered: "answered",
    abandoned: "abandoned",
    waiting: "waiting",
    serviceLevel: "service level",
    abandonment: "abandonment",
    speedOfAnswer: "speed of answer",
    waitOfAbandoned: "wait of the abandoned",
    handleTime: "handle time",
    repeatCalls: "repeats",
  },
  heads: { skillGroup: "group", figure: "figure", value: "value", share: "share", change: "change" },
  compared: "before",
} satisfies Partial<OverviewTableWords>;
