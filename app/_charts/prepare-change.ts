import type { FigureWords } from "@/app/_charts/figure-words";

export interface FigureChange {
  readonly direction: "up" | "down" | "same";
  readonly tone: "good" | "bad" | "neutral";
  /** The difference in words, its direction included. */
  readonly words: string;
}

interface Compared {
  readonly measure: keyof FigureWords["change"];
  readonly value: number | null | undefined;
  readonly before: number | null | undefined;
  /** Whether more is worse than before, or neither. */
  readonly whenMore: "bad" | "neutral";
}

/** Differences below these would be printed as none: half a tenth of a percent, and less than a second. */
const unseen = { count: 0.0005, share: 0.0005, duration: 1000 } as const;

/** How far a figure is from the one that it is compared with; null where one of them is missing. */
export function prepareChange(
  { measure, value, before, whenMore }: Compared,
  words: FigureWords,
): FigureChange | null {
  if (value == null || before == null || (measure === "count" && before === 0)) return null;
  const difference = measure === "count" ? value / before - 1 : value - before;
  if (Math.abs(difference) < unseen[measure])
    return { direction: "same", tone: "neutral", words: words.change[measure](0) };
  const isMore = difference > 0;
  const tone = isMore ? "bad" : "good";
  return {
    direction: isMore ? "up" : "down",
    tone: whenMore === "neutral" ? "neutral" : tone,
    words: words.change[measure](difference),
  };
}
