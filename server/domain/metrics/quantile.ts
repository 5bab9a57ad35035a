import {
  bucketsOf,
  countOf,
  type LogHistogram,
  lowerBound,
  midpointOf,
} from "@/server/domain/metrics/log-histogram";
import { NORMAL_95 } from "@/server/domain/metrics/normal";

/**
 * The duration in milliseconds below which the share (0 to 1) of a histogram lies, or null when it is
 * empty. As PostgreSQL's `percentile_cont` it interpolates between the two neighbours of the position
 * `share × (n − 1)`; each duration is taken as its bucket's midpoint, so the result is within 1 % of exact.
 * @throws RangeError for a share outside 0 to 1.
 */
export function quantileOf(histogram: LogHistogram, share: number): number | null {
  return quantilesOf(histogram, [share])[0] ?? null;
}

/** `quantileOf` for each of several shares, in their order. */
export function quantilesOf(histogram: LogHistogram, shares: readonly number[]): (number | null)[] {
  const { total, valueAt } = ranked(histogram);
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, ${share} does not`);
    if (total === 0) return null;
    const position = share * (total - 1);
    const low = valueAt(Math.floor(position));
    const high = valueAt(Math.ceil(position));
    return low + (position - Math.floor(position)) * (high - low);
  });
}

/** Half of a histogram's durations are at most this long, in milliseconds; null when it is empty. */
export function medianOf(histogram: LogHistogram): number | null {
  return quantileOf(histogram, 0.5);
}

/** The longest of some durations, in milliseconds. */
export interface Longest {
  /** Within 1 %, as all quantiles. */
  readonly ms: number;
  /** The durations from here on are those that count as so long. */
  readonly fromMs: number;
}

/** The longest of a histogram's durations; null when it is empty. */
export function longestOf(histogram: LogHistogram): Longest | null {
  const bucket = histogram.buckets.at(-1);
  return bucket === undefined ? null : { ms: midpointOf(bucket), fromMs: lowerBound(bucket) };
}

/** From the lowest to the highest value that the data allow, both included. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
}

const HALF_OF_FIVE_PERCENT = 0.025;
/** Beyond this, the exact sum of binomial probabilities underflows and the normal one is as good. */
const EXACT_BELOW = 1000;

/**
 * An interval that holds the median of what a histogram is a sample of with at least 95 % confidence, in
 * milliseconds: the order statistics of ranks r and n + 1 − r, r being the largest for which a binomial
 * (n, ½) variable is below it with at most 2.5 % probability (David and Nagaraja, Order Statistics, 2003,
 * section 7.1). Null below six durations, of which no such ranks exist.
 */
export function medianInterval(histogram: LogHistogram): ConfidenceInterval | null {
  const { total, valueAt } = ranked(histogram);
  const rank =
    total < EXACT_BELOW ? exactRank(total) : Math.floor((total - NORMAL_95 * Math.sqrt(total)) / 2);
  if (rank < 1) return null;
  return { low: valueAt(rank - 1), high: valueAt(total - rank) };
}

function exactRank(total: number): number {
  let probability = 0.5 ** total;
  let below = probability;
  let rank = 0;
  while (below <= HALF_OF_FIVE_PERCENT) {
    rank += 1;
    probability *= (total - rank + 1) / rank;
    below += probability;
  }
  return rank;
}

/** The sample variance of a histogram's durations in square milliseconds; null below two. */
export function varianceOf(histogram: LogHistogram): number | null {
  const total = countOf(histogram);
  if (total < 2) return null;
  const mean = sumOver(histogram, midpointOf) / total;
  return sumOver(histogram, (bucket) => (midpointOf(bucket) - mean) ** 2) / (total - 1);
}

function sumOver(histogram: LogHistogram, measure: (bucket: number) => number): number {
  let sum = 0;
  for (const [bucket, count] of bucketsOf(histogram)) sum += count * measure(bucket);
  return sum;
}

interface Ranked {
  readonly total: number;
  /** The value at a rank, counted from 0, as if all durations stood in order. */
  readonly valueAt: (rank: number) => number;
}

function ranked({ buckets, counts }: LogHistogram): Ranked {
  let total = 0;
  const passed: number[] = [];
  for (const count of counts) {
    total += count;
    passed.push(total);
  }
  return { total, valueAt: (rank) => midpointOf(buckets[firstAbove(passed, rank)] ?? Number.NaN) };
}

/** The place of the first of ascending numbers that is above a limit. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A duration in milliseconds that at least so many of a histogram's reach, as near to the last of them as
 * buckets tell; 0 where there are fewer.
 */
export function reachedBy(histogram: LogHistogram, wanted: number): number {
  let reached = 0;
  for (const [bucket, count] of bucketsOf(histogram).reverse()) {
    reached += count;
    if (reached >= wanted) return lowerBound(bucket);
  }
  return 0;
}
