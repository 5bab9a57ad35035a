import { BUCKET_COUNT, type LogHistogram } from "@/server/domain/metrics/log-histogram";

/**
 * The histograms of a tally, side by side, while they are being added to. What is added is only listed, and
 * summed up when it is read: an import adds some millions of times a minute, and most of it to sums of sums.
 */
export class BucketSums {
  /** Histogram and bucket in one number, then the count, and so on. */
  #listed: number[] = [];
  /** Each place is listed once, in order, and holds something. */
  #isSummed = true;

  /** Counts into a bucket of a histogram, named by its position among those of the tally. */
  add(histogram: number, bucket: number, count: number): void {
    if (count !== 0) this.#list(histogram * BUCKET_COUNT + bucket, count);
  }

  /** Counts all of a histogram into the one at a position among those of the tally. */
  addHistogram(position: number, { buckets, counts }: LogHistogram): void {
    for (let index = 0; index < buckets.length; index += 1) {
      this.add(position, buckets[index] ?? 0, counts[index] ?? 0);
    }
  }

  /** Adds all that `other` holds, or with `times` −1 takes it away. */
  include(other: BucketSums, times: 1 | -1): void {
    const listed = other.#sumUp();
    if (this.#listed.length === 0 && times === 1) {
      this.#listed = listed.slice();
      return;
    }
    for (let index = 0; index < listed.length; index += 2) {
      this.#list(listed[index] ?? 0, times * (listed[index + 1] ?? 0));
    }
  }

  /** Tells each bucket whose count is not zero, histogram after histogram and bucket after bucket. */
  forEach(tell: (histogram: number, bucket: number, count: number) => void): void {
    const listed = this.#sumUp();
    for (let index = 0; index < listed.length; index += 2) {
      const place = listed[index] ?? 0;
      tell(Math.floor(place / BUCKET_COUNT), place % BUCKET_COUNT, listed[index + 1] ?? 0);
    }
  }

  /** Whether every bucket of every histogram comes to zero. */
  isZero(): boolean {
    return this.#sumUp().length === 0;
  }

  #list(place: number, count: number): void {
    const last = this.#listed.length > 0 ? (this.#listed[this.#listed.length - 2] ?? 0) : -1;
    if (place <= last) this.#isSummed = false;
    this.#listed.push(place, count);
  }

  #sumUp(): readonly number[] {
    if (this.#isSummed) return this.#listed;
    const sums = new Map<number, number>();
    for (let index = 0; index < this.#listed.length; index += 2) {
      const place = this.#listed[index] ?? 0;
      sums.set(place, (sums.get(place) ?? 0) + (this.#listed[index + 1] ?? 0));
    }
    this.#listed = [];
    for (const place of Uint32Array.from(sums.keys()).sort()) {
      const count = sums.get(place) ?? 0;
      if (count !== 0) this.#listed.push(place, count);
    }
    this.#isSummed = true;
    return this.#listed;
  }
}
