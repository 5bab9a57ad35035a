import type { ChartInterval } from "@/app/_charts/chart-models";
import type { Instant } from "@/server/domain/instant";

export interface IntervalWords {
  /** Short, for the axis. */
  readonly tick: (from: Instant) => string;
  /** In full. */
  readonly label: (from: Instant, until: Instant) => string;
}

/** The intervals between boundaries; one that `now` has not passed is still running. */
export function prepareIntervals(
  boundaries: readonly Instant[],
  now: Instant,
  words: IntervalWords,
): ChartInterval[] {
  return boundaries.slice(1).map((until, index) => {
    const from = boundaries[index] ?? until;
    return { from, until, tick: words.tick(from), label: words.label(from, until), isRunning: now < until };
  });
}
