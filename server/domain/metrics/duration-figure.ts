import { isFew } from "@/server/domain/metrics/few";
import { countOf, type LogHistogram } from "@/server/domain/metrics/log-histogram";
import { type ConfidenceInterval, medianInterval, quantilesOf } from "@/server/domain/metrics/quantile";

/** A mean with what keeps it honest, in milliseconds. */
export interface DurationFigure {
  readonly n: number;
  /** Exact; the quantiles are within 1 %. */
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** Where the median lies when so few durations leave that to chance; null when they are many, or too few to say. */
  readonly medianMsInterval: ConfidenceInterval | null;
}

/** The figure of durations with this sum and distribution; null when there are none. */
export function durationFigure(sumMs: number, durations: LogHistogram): DurationFigure | null {
  const n = countOf(durations);
  const [medianMs, p90Ms] = quantilesOf(durations, [0.5, 0.9]);
  if (medianMs == null || p90Ms == null) return null;
  const medianMsInterval = isFew(n) ? medianInterval(durations) : null;
  return { n, meanMs: sumMs / n, medianMs, p90Ms, medianMsInterval };
}
