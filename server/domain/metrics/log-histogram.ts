/** How many durations fell into each bucket; a bucket that is absent holds none. */
export type LogHistogram = ReadonlyMap<number, number>;

/** Each bucket reaches this much further than the one before: a value stands for its bucket within 1 %. */
const GROWTH = 1.02;
const LONGEST_MS = 31 * 86_400_000;

const bounds = makeBounds();

function makeBounds(): Float64Array {
  const list = [0];
  let bound = 1;
  while (bound <= LONGEST_MS) {
    list.push(bound);
    bound = Math.max(bound + 1, Math.floor(bound * GROWTH));
  }
  return Float64Array.from(list);
}

/** How many buckets there are, from 0 ms to 31 days; longer durations count into the last. */
export const BUCKET_COUNT = bounds.length;

/**
 * The bucket that a duration of whole milliseconds falls into: the last whose lower bound it reaches.
 * Buckets are whole milliseconds wide, so that SQL and this function cut at the same places.
 * @throws RangeError for a negative duration.
 */
export function bucketOf(ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`a duration is not negative, as ${ms} is`);
  let low = 0;
  let high = BUCKET_COUNT;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (lowerBound(middle) <= ms) low = middle;
    else high = middle;
  }
  return low;
}

/** The shortest duration of a bucket in milliseconds; beyond the last bucket there is no bound. */
export function lowerBound(bucket: number): number {
  return bounds[bucket] ?? Number.POSITIVE_INFINITY;
}

/**
 * The duration that stands for all of a bucket, in milliseconds: no value of the bucket is more than 1 %
 * away (the harmonic midpoint of DDSketch; Masson, Rim and Lee 2019).
 */
export function midpointOf(bucket: number): number {
  const low = lowerBound(bucket);
  const high = lowerBound(bucket + 1) - 1;
  return high <= low || !Number.isFinite(high) ? low : (2 * low * high) / (low + high);
}

/** A histogram of durations in milliseconds. */
export function histogramOf(durations: Iterable<number>): LogHistogram {
  const counts = new Map<number, number>();
  for (const ms of durations) countInto(counts, ms);
  return counts;
}

/** How many durations a histogram holds. */
export function countOf(histogram: LogHistogram): number {
  let total = 0;
  for (const count of histogram.values()) total += count;
  return total;
}

/**
 * The histogram of two sets of durations together, or with `times` −1 of those in `one` and not in `other`,
 * where `other` is a part of it. Buckets that hold none are left out, so that equal histograms have equal
 * entries.
 */
export function addHistograms(one: LogHistogram, other: LogHistogram, times: 1 | -1 = 1): LogHistogram {
  const counts = new Map(one);
  for (const [bucket, count] of other) addToBucket(counts, bucket, times * count);
  return counts;
}

/** Counts a duration of whole milliseconds into a histogram that is still being made. */
export function countInto(counts: Map<number, number>, ms: number): void {
  addToBucket(counts, bucketOf(ms), 1);
}

function addToBucket(counts: Map<number, number>, bucket: number, count: number): void {
  const sum = (counts.get(bucket) ?? 0) + count;
  if (sum === 0) counts.delete(bucket);
  else counts.set(bucket, sum);
}
