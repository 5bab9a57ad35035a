import { bucketsOf, countOf, type LogHistogram, midpointOf } from "@/server/domain/metrics/log-histogram";
import { NORMAL_95 } from "@/server/domain/metrics/normal";
import type { ConfidenceInterval } from "@/server/domain/metrics/quantile";

/** From `afterMs` on until the next step, this share goes on. */
export interface SurvivalStep {
  readonly afterMs: number;
  readonly share: number;
  /** Null where the data allow none: when nobody is left. */
  readonly interval: ConfidenceInterval | null;
  /** How many were still observed when the step came. */
  readonly atRisk: number;
}

/**
 * The share that would go on waiting after each duration if nobody were ever taken out: the product-limit
 * estimate of Kaplan and Meier (1958). `events` are the durations after which somebody gave up, `censored`
 * those after which it could no longer be seen whether they would have; in the same bucket the event comes
 * first. The 95 % band is Greenwood's variance on the log(−log) scale, which stays within 0 and 1
 * (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002, section 1.4). One step for
 * each bucket with an event; none without events.
 */
export function survivalOf(events: LogHistogram, censored: LogHistogram): SurvivalStep[] {
  const [given, others] = [new Map(bucketsOf(events)), new Map(bucketsOf(censored))];
  const buckets = [...new Set([...events.buckets, ...censored.buckets])].sort((one, other) => one - other);
  const steps: SurvivalStep[] = [];
  let atRisk = countOf(events) + countOf(censored);
  let share = 1;
  let greenwood = 0;
  for (const bucket of buckets) {
    const gaveUp = given.get(bucket) ?? 0;
    if (gaveUp > 0) {
      share *= (atRisk - gaveUp) / atRisk;
      greenwood += gaveUp / (atRisk * (atRisk - gaveUp));
      steps.push({ afterMs: midpointOf(bucket), share, interval: bandOf(share, greenwood), atRisk });
    }
    atRisk -= gaveUp + (others.get(bucket) ?? 0);
  }
  return steps;
}

function bandOf(share: number, greenwood: number): ConfidenceInterval | null {
  if (share === 0) return null;
  const reach = Math.exp((NORMAL_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share)));
  return { low: share ** reach, high: share ** (1 / reach) };
}
