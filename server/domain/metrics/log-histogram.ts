/** How many durations fell into each bucket: two lists side by side, of which a page reads hundreds. */
export interface LogHistogram {
  /** The buckets that hold any, the shortest durations first. */
  readonly buckets: readonly number[];
  /** How many each of them holds. */
  readonly counts: readonly number[];
}

/** A histogram that is still being counted. */
export interface CountingHistogram extends LogHistogram {
  readonly buckets: number[];
  readonly counts: number[];
}

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

/** A histogram of nothing yet, to be counted into. */
export function emptyHistogram(): CountingHistogram {
  return { buckets: [], counts: [] };
}

/** A histogram of durations in milliseconds. */
export function histogramOf(durations: Iterable<number>): LogHistogram {
  const histogram = emptyHistogram();
  for (const ms of durations) countInto(histogram, ms);
  return histogram;
}

/** Counts a duration of whole milliseconds into a histogram that is still being made. */
export function countInto(histogram: CountingHistogram, ms: number): void {
  addToBucket(histogram, bucketOf(ms), 1);
}

/** Adds to the count of a bucket; one that comes to nothing is left out, so that equal histograms have equal lists. */
export function addToBucket({ buckets, counts }: CountingHistogram, bucket: number, count: number): void {
  if (bucket > (buckets.at(-1) ?? -1) && count !== 0) {
    buckets.push(bucket);
    counts.push(count);
    return;
  }
  let place = buckets.length;
  while (place > 0 && (buckets[place - 1] ?? 0) >= bucket) place -= 1;
  const sum = buckets[place] === bucket ? (counts[place] ?? 0) + count : count;
  const replaced = buckets[place] === bucket ? 1 : 0;
  buckets.splice(place, replaced, ...(sum === 0 ? [] : [bucket]));
  counts.splice(place, replaced, ...(sum === 0 ? [] : [sum]));
}

/** How many durations a histogram holds. */
export function countOf({ counts }: LogHistogram): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** Each bucket with its count, the shortest durations first. */
export function bucketsOf({ buckets, counts }: LogHistogram): (readonly [bucket: number, count: number])[] {
  return buckets.map((bucket, place) => [bucket, counts[place] ?? 0] as const);
}

/**
 * The histogram of two sets of durations together, or with `times` −1 of those in `one` and not in `other`,
 * where `other` is a part of it.
 */
export function addHistograms(one: LogHistogram, other: LogHistogram, times: 1 | -1 = 1): LogHistogram {
  const sum = emptyHistogram();
  let [ofOne, ofOther] = [0, 0];
  while (ofOne < one.buckets.length || ofOther < other.buckets.length) {
    const bucket = Math.min(one.buckets[ofOne] ?? BUCKET_COUNT, other.buckets[ofOther] ?? BUCKET_COUNT);
    let count = 0;
    if (one.buckets[ofOne] === bucket) count += one.counts[ofOne++] ?? 0;
    if (other.buckets[ofOther] === bucket) count += times * (other.counts[ofOther++] ?? 0);
    if (count === 0) continue;
    sum.buckets.push(bucket);
    sum.counts.push(count);
  }
  return sum;
}
