import { NORMAL_95 } from "@/server/domain/metrics/normal";
import type { ConfidenceInterval } from "@/server/domain/metrics/quantile";

/** A part of a whole that is not empty. */
export interface Proportion {
  readonly part: number;
  readonly whole: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** The part of a whole; null where there is no whole, of which no share can be said. */
export function proportionOf(part: number, whole: number): Proportion | null {
  return whole > 0 ? { part, whole, share: part / whole } : null;
}

/**
 * The shares from which the counted one differs no more than chance allows in 95 % of cases: Wilson's score
 * interval (Wilson 1927; recommended for small n by Brown, Cai and DasGupta 2001). For counts, not for
 * durations.
 */
export function wilsonInterval({ whole, share }: Proportion): ConfidenceInterval {
  const squared = NORMAL_95 ** 2;
  const centre = share + squared / (2 * whole);
  const reach = NORMAL_95 * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole ** 2));
  const scale = 1 + squared / whole;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}
