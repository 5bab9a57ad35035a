import type { CallsHref, TileChange } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { shareNote } from "@/app/_charts/prepare-figures";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";

export type FigureChange = Pick<TileChange, "direction" | "tone" | "words">;

interface Compared {
  readonly measure: keyof FigureWords["change"];
  readonly value: number | null | undefined;
  readonly before: number | null | undefined;
  /** Whether more is better than before, worse, or neither. */
  readonly whenMore: TileChange["tone"];
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
  const tone = isMore === (whenMore === "good") ? "good" : "bad";
  return {
    direction: isMore ? "up" : "down",
    tone: whenMore === "neutral" ? "neutral" : tone,
    words: words.change[measure](difference),
  };
}

/** A figure that another is compared with, in words and with its records. */
export interface FigureBeside {
  readonly value: number;
  readonly text: string;
  readonly href: CallsHref | null;
}

export function countBeside(count: number, words: FigureWords, href: CallsHref | null): FigureBeside {
  return { value: count, text: words.count(count), href: count === 0 ? null : href };
}

export function meanBeside(
  figure: DurationFigure | null | undefined,
  words: FigureWords,
  href: CallsHref | null,
): FigureBeside | null {
  if (!figure) return null;
  const { meanMs, n } = figure;
  return { value: meanMs, text: words.madeOf(words.duration(meanMs), words.n(n)), href };
}

export function shareBeside(
  figure: Proportion | null | undefined,
  words: FigureWords,
  href: CallsHref | null,
): FigureBeside | null {
  if (!figure) return null;
  const { part, whole, share } = figure;
  const parts = words.partOf(words.count(part), words.count(whole));
  const records = [parts, shareNote(figure, words)].filter(Boolean).join(" · ");
  const text = words.madeOf(words.share(share), records);
  return { value: share, text, href: part === 0 ? null : href };
}

export interface ChangeWords extends FigureWords {
  /** Names what a change is measured against, with its figure. */
  readonly against: (figure: string) => string;
}

/** The change of a tile's figure, with the figure that it is measured against. */
export function prepareTileChange(
  compared: Omit<Compared, "before">,
  beside: FigureBeside | null,
  words: ChangeWords,
): TileChange | null {
  const change = prepareChange({ ...compared, before: beside?.value }, words);
  return change && beside && { ...change, against: words.against(beside.text), href: beside.href };
}
