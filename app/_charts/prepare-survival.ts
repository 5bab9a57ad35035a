import { durationAxis, shareAxis } from "@/app/_charts/axis";
import type { CallsHref, SeriesLook, SurvivalModel, TableCell, TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell } from "@/app/_charts/prepare-figures";
import { secondsOf } from "@/app/_charts/seconds";
import type { SurvivalStep } from "@/server/domain/metrics/survival";

interface SurvivalSeries {
  readonly key: string;
  readonly name: string;
  readonly look: SeriesLook;
  readonly steps: readonly SurvivalStep[];
  /** The longest that any record was observed: beyond, nothing is known. */
  readonly observedMs: number;
  /** How many records go on after a moment, and where they are listed. */
  readonly leftAfter: (ms: number) => { readonly count: number; readonly href: CallsHref };
}

export interface SurvivalWords extends FigureWords {
  /** Heads the moments. */
  readonly after: string;
  /** Heads the shares, and the numbers that go on. */
  readonly shareLeft: string;
  readonly left: string;
  readonly leftOf: (count: string) => string;
}

interface SurvivalInput {
  readonly series: readonly SurvivalSeries[];
  /** Where the axis ends, so that a few records do not stretch it. */
  readonly longestMs: number;
  readonly words: SurvivalWords;
}

/** So many steps are drawn at most: more would fall on the same points of a screen. */
const stepsDrawn = 120;
/** At first all go on. */
const beginning = { afterMs: 0, share: 1, interval: null };

/** Shares that go on over time, from all at the beginning to the last of which anything is known. */
export function prepareSurvival({ series, longestMs, words }: SurvivalInput): SurvivalModel {
  const durations = durationAxis(longestMs, words.duration);
  return {
    durations,
    shares: shareAxis(words.share),
    series: series.map(({ steps, observedMs, leftAfter, ...rest }) => ({
      ...rest,
      points: drawnSteps(steps, Math.min(observedMs, durations.max)).map(({ afterMs, share, interval }) => {
        const { count, href } = leftAfter(afterMs);
        return {
          ms: afterMs,
          share,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          label: words.duration(afterMs),
          shareLabel: interval ? `${words.share(share)} (${bandOf(interval, words)})` : words.share(share),
          leftLabel: words.leftOf(words.count(count)),
          href: count === 0 ? null : href,
        };
      }),
    })),
  };
}

type Point = Pick<SurvivalStep, "afterMs" | "share" | "interval">;

/** Of steps that would be drawn on the same spot the last; where the curve ends stands a point. */
function drawnSteps(steps: readonly SurvivalStep[], endMs: number): Point[] {
  const spot = ({ afterMs }: SurvivalStep) => Math.floor((afterMs / endMs) * stepsDrawn);
  const shown = steps.filter(({ afterMs }) => afterMs <= endMs);
  const points: Point[] = [
    beginning,
    ...shown.filter((step, index) => {
      const next = shown[index + 1];
      return next === undefined || spot(next) !== spot(step);
    }),
  ];
  const last = points.at(-1) ?? beginning;
  return last.afterMs < endMs ? [...points, { ...last, afterMs: endMs }] : points;
}

const bandOf = ({ low, high }: NonNullable<SurvivalStep["interval"]>, { share }: FigureWords) =>
  `${share(low)}–${share(high)}`;

/** The shares at the marks of the axis as rows, each beside the number that goes on. */
export function tableOfSurvival({ series, longestMs, words }: SurvivalInput): TableModel {
  const { ticks } = durationAxis(longestMs, words.duration);
  return {
    columns: [words.after, ...series.flatMap(() => [words.shareLeft, words.left])],
    ...(series.length > 1 && { over: ["", ...series.flatMap(({ name }) => [name, name])] }),
    rows: ticks.map(({ value, label }) => ({
      key: String(value),
      cells: [
        { text: label, raw: secondsOf(value) },
        ...series.flatMap((one) => cellsAfter(value, one, words)),
      ],
    })),
  };
}

function cellsAfter(
  ms: number,
  { steps, observedMs, leftAfter }: SurvivalSeries,
  words: SurvivalWords,
): TableCell[] {
  if (ms > observedMs) return [{ text: "–", raw: "" }, countCell(0, words)];
  const { share, interval } = steps.findLast(({ afterMs }) => afterMs <= ms) ?? beginning;
  const { count, href } = leftAfter(ms);
  const number = countCell(count, words, href);
  const note = interval && bandOf(interval, words);
  return [
    { text: words.share(share), raw: share, note, bounds: interval, href: number.href ?? null },
    number,
  ];
}
