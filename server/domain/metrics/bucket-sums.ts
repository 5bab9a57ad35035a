import { BUCKET_COUNT } from "@/server/domain/metrics/log-histogram";

/**
 * The histograms of a tally, side by side, while they are being added to. What is added is only listed, and
 * summed up when it is read: an import adds some millions of times a minute, and most of it to sums of sums.
 */
export class BucketSums {
  /** Histogram and bucket in one number, and beside it the count. */
  readonly #places: number[] = [];
  readonly #counts: number[] = [];

  /** Counts into a bucket of a histogram, named by its position among those of the tally. */
  add(histogram: number, bucket: number, count: number): void {
    this.#places.push(histogram * BUCKET_COUNT + bucket);
    this.#counts.push(count);
  }

  /** Adds all that `other` holds, or with `times` −1 takes it away. */
  include(other: BucketSums, times: 1 | -1): void {
    for (let index = 0; index < other.#places.length; index += 1) {
      this.#places.push(other.#places[index] ?? 0);
      this.#counts.push(times * (other.#counts[index] ?? 0));
    }
  }

  /** Tells each bucket whose count is not zero, histogram after histogram and bucket after bucket. */
  forEach(tell: (histogram: number, bucket: number, count: number) => void): void {
    const sums = new Map<number, number>();
    for (let index = 0; index < this.#places.length; index += 1) {
      const place = this.#places[index] ?? 0;
      sums.set(place, (sums.get(place) ?? 0) + (this.#counts[index] ?? 0));
    }
    for (const place of Uint32Array.from(sums.keys()).sort()) {
      const count = sums.get(place) ?? 0;
      if (count !== 0) tell(Math.floor(place / BUCKET_COUNT), place % BUCKET_COUNT, count);
    }
  }

  /** Whether every bucket of every histogram comes to zero. */
  isZero(): boolean {
    let isZero = true;
    this.forEach(() => {
      isZero = false;
    });
    return isZero;
  }
}
