import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** All chance of the demo traffic, drawn from one seed: the same seed draws the same. */
export class Chance {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  fraction(): number {
    return uniformFloat64(this.#generator);
  }

  /** Whole, both ends included. */
  whole(min: number, max: number): number {
    return uniformInt(this.#generator, min, max);
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError("nothing to choose from");
    return item;
  }

  /** Picks in proportion to the weights. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    const total = items.reduce((sum, item) => sum + weightOf(item), 0);
    let left = this.fraction() * total;
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return this.oneOf(items);
  }

  exponential(mean: number): number {
    return -Math.log(1 - this.fraction()) * mean;
  }

  /** Service times of calls are log-normal (Brown et al. 2005); half of the draws lie below the median. */
  logNormal(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.fraction()));
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join("");
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = Array.from({ length: 30 }, () => this.whole(0, 15).toString(16)).join("");
    const variant = (8 + this.whole(0, 3)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
  }
}
