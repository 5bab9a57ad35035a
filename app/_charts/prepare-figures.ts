import type { CallsHref, TableCell, TileNote } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { secondsOf } from "@/app/_charts/seconds";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { isFew } from "@/server/domain/metrics/few";
import { type Proportion, wilsonInterval } from "@/server/domain/metrics/proportion";

/** A figure in words, what it opens, and beneath it what it takes to trust it. */
export interface PrintedFigure {
  readonly value: string;
  readonly href: CallsHref | null;
  /** Number of records, median and P90, interval: each a short line. */
  readonly notes: readonly TileNote[];
}

/**
 * A share, which opens its part; beneath it part and whole, which open the whole, and where so few records
 * leave it to chance its interval.
 */
export function printShare(
  figure: Proportion | null,
  words: FigureWords,
  hrefs: ShareHrefs = {},
): PrintedFigure {
  if (figure === null) return { value: words.none, href: null, notes: [] };
  const { part, whole, share } = figure;
  const interval = shareNote(figure, words);
  const parts = words.partOf(words.count(part), words.count(whole));
  return {
    value: words.share(share),
    href: part === 0 ? null : (hrefs.part ?? null),
    notes: [{ text: parts, href: hrefs.whole ?? null }, ...(interval === null ? [] : [interval])],
  };
}

/** A mean with its median, P90 and n. */
export function printDuration(
  figure: DurationFigure | null,
  words: FigureWords,
  href?: CallsHref,
): PrintedFigure {
  if (figure === null) return { value: words.none, href: null, notes: [] };
  const { n, meanMs, medianMs, p90Ms } = figure;
  const interval = medianNote(figure, words);
  return {
    value: words.duration(meanMs),
    href: href ?? null,
    notes: [
      words.medianLine(words.duration(medianMs), words.duration(p90Ms)),
      ...(interval === null ? [] : [interval]),
      words.n(n),
    ],
  };
}

/** The interval of a share in words; null where n is large enough to go without. */
export function shareNote(figure: Proportion, words: FigureWords): string | null {
  if (!isFew(figure.whole)) return null;
  const { low, high } = wilsonInterval(figure);
  return words.interval(words.share(low), words.share(high));
}

/** The interval of a median in words; null where n is large enough, or too small for any. */
export function medianNote({ medianMsInterval }: DurationFigure, words: FigureWords): string | null {
  if (medianMsInterval === null) return null;
  return words.interval(words.duration(medianMsInterval.low), words.duration(medianMsInterval.high));
}

/** A number of records, which opens them; where there are none, words. */
export function printCount(count: number, words: FigureWords, href: CallsHref): PrintedFigure {
  return count === 0
    ? { value: words.none, href: null, notes: [] }
    : { value: words.count(count), href, notes: [] };
}

/** A number of records, which opens them. */
export function countCell(count: number, words: FigureWords, href?: CallsHref | null): TableCell {
  return { text: words.count(count), raw: count, href: count === 0 ? null : (href ?? null) };
}

/** Where the records of a share are listed: those that count, and all of which they are a part. */
export interface ShareHrefs {
  readonly part?: CallsHref | null;
  readonly whole?: CallsHref | null;
}

/** A share, which opens the records that count, and its n, which opens all of them: two cells. */
export function shareCells(
  figure: Proportion | null,
  words: FigureWords,
  hrefs: ShareHrefs = {},
): readonly [TableCell, TableCell] {
  if (figure === null) return [noneCell(words), countCell(0, words)];
  const interval = shareNote(figure, words);
  return [
    {
      text: words.share(figure.share),
      raw: figure.share,
      href: figure.part === 0 ? null : (hrefs.part ?? null),
      note: interval,
      bounds: isFew(figure.whole) ? wilsonInterval(figure) : null,
    },
    countCell(figure.whole, words, hrefs.whole),
  ];
}

/** The heads of `durationCells`, in their order. */
export function durationColumns({ columns: { median, mean, p90, count } }: FigureWords) {
  return [median, mean, p90, count] as const;
}

/** Median, mean, P90 and n: four cells, in seconds where they are exported. */
export function durationCells(
  figure: DurationFigure | null,
  words: FigureWords,
  href?: CallsHref | null,
): readonly TableCell[] {
  if (figure === null) return [noneCell(words), noneCell(words), noneCell(words), countCell(0, words)];
  const { n, meanMs, p90Ms } = figure;
  const cell = (ms: number) => durationCell(ms, words, href);
  return [medianCell(figure, words, href), cell(meanMs), cell(p90Ms), countCell(n, words, href)];
}

export function meanCell(figure: DurationFigure, words: FigureWords, href?: CallsHref | null): TableCell {
  return durationCell(figure.meanMs, words, href);
}

/** A median with its interval where so few durations leave it to chance. */
export function medianCell(
  figure: DurationFigure | null,
  words: FigureWords,
  href?: CallsHref | null,
): TableCell {
  const cell = durationCell(figure?.medianMs, words, href);
  if (!figure?.medianMsInterval) return cell;
  const { low, high } = figure.medianMsInterval;
  const bounds = { low: secondsOf(low), high: secondsOf(high) };
  return { ...cell, note: medianNote(figure, words), bounds };
}

/** A duration, in seconds where it is exported; a dash where there is none. */
export function durationCell(ms: number | undefined, words: FigureWords, href?: CallsHref | null): TableCell {
  if (ms === undefined) return { text: "–", raw: "" };
  return { text: words.duration(ms), raw: secondsOf(ms), href: href ?? null };
}

function noneCell(words: FigureWords): TableCell {
  return { text: words.none, raw: "" };
}
