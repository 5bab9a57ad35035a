import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import { quantilesOf } from "@/server/domain/metrics/quantile";

/** How durations are spread, in milliseconds: below `p10Ms` lies a tenth of them. */
export interface DurationSpread extends DurationFigure {
  readonly p10Ms: number;
  readonly p25Ms: number;
  readonly p75Ms: number;
  readonly p95Ms: number;
}

/** The spread of durations with this sum and distribution; null when there are none. */
export function durationSpread(sumMs: number, durations: LogHistogram): DurationSpread | null {
  const figure = durationFigure(sumMs, durations);
  const [p10Ms, p25Ms, p75Ms, p95Ms] = quantilesOf(durations, [0.1, 0.25, 0.75, 0.95]);
  if (figure === null || p10Ms == null || p25Ms == null || p75Ms == null || p95Ms == null) return null;
  // Written out: to spread the figure would take longer than all of its quantiles.
  const { n, meanMs, medianMs, p90Ms, medianMsInterval } = figure;
  return { n, meanMs, p10Ms, p25Ms, medianMs, p75Ms, p90Ms, p95Ms, medianMsInterval };
}
