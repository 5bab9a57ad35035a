import { NORMAL_95 } from "@/server/domain/metrics/normal";
import type { ConfidenceInterval } from "@/server/domain/metrics/quantile";

/** Where the mean of n durations lies by chance alone: outside of `alarm`, something else is at work. */
export interface FunnelLimits {
  /** In 95 % of cases. */
  readonly warning: ConfidenceInterval;
  /** In 99.8 % of cases. */
  readonly alarm: ConfidenceInterval;
}

const NORMAL_998 = 3.090232306167813;

/**
 * The limits between which the mean of `n` draws from all durations lies: mean ± z · √(variance ÷ n), not
 * below zero (Spiegelhalter 2005, Funnel plots for comparing institutional performance). A small n is
 * allowed to stray further.
 * @throws RangeError when n is not positive.
 */
export function funnelLimits(
  { mean, variance }: { readonly mean: number; readonly variance: number },
  n: number,
): FunnelLimits {
  if (!(n > 0)) throw new RangeError("limits need at least one duration");
  const standardError = Math.sqrt(variance / n);
  const within = (z: number) => ({
    low: Math.max(0, mean - z * standardError),
    high: mean + z * standardError,
  });
  return { warning: within(NORMAL_95), alarm: within(NORMAL_998) };
}
