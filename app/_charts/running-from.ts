import type { ChartInterval } from "@/app/_charts/chart-models";

/** The place of the first interval that is not over yet; their number when all are. */
export function runningFrom(intervals: readonly ChartInterval[]): number {
  const first = intervals.findIndex(({ isRunning }) => isRunning);
  return first < 0 ? intervals.length : first;
}

/** How far behind the first interval that is not over yet one stands; endlessly far before it when all are. */
export function behindRunning(intervals: readonly ChartInterval[]): (index: number) => number {
  const running = runningFrom(intervals);
  return (index) => (running < intervals.length ? index - running : Number.NEGATIVE_INFINITY);
}
