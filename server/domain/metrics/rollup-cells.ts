import type { Instant } from "@/server/domain/instant";
import { BucketSums } from "@/server/domain/metrics/bucket-sums";
import type { Unit } from "@/server/domain/metrics/cohort";
import { anchorOf } from "@/server/domain/metrics/cohort-membership";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import type { Facts } from "@/server/domain/metrics/fact";
import type { FactsOfCall } from "@/server/domain/metrics/facts-of-call";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import {
  finestGrainOf,
  ROLLUP_DIMENSIONS,
  type RollupDimension,
  rollupKeysOf,
} from "@/server/domain/metrics/rollup-dimension";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { tallyOf } from "@/server/domain/metrics/tally-facts";
import { TALLY_PARTS } from "@/server/domain/metrics/tally-parts";
import { bucketStart, type CellGrain } from "@/server/domain/metrics/time/period-cover";

/** Which records are tallied together: those of one bucket of time and one key of a dimension. */
interface CellPlace {
  readonly dimension: RollupDimension;
  readonly grain: CellGrain;
  /** The beginning of the bucket, on the clock of UTC. */
  readonly at: Instant;
  /** Null for records without the property, and where nothing is kept apart. */
  readonly key: DimensionKey;
}

/** The tally of the records of one unit in one place. */
export interface RollupCell extends CellPlace {
  /** The tally's parts, in the order of `TALLY_PARTS`, to be added to; below zero where a change takes away. */
  readonly counts: number[];
  readonly buckets: BucketSums;
}

export type RollupCells = { readonly [Kind in Unit]: readonly RollupCell[] };

/** What a call counted as, and what it counts as now; null for nothing. */
export interface CallChange {
  readonly before: FactsOfCall | null;
  readonly after: FactsOfCall | null;
}

/** What the changes of calls add to each cell of the rollups, summed up change by change. */
export class RollupSums {
  readonly #call = new UnitSums("call");
  readonly #visit = new UnitSums("visit");
  readonly #offer = new UnitSums("offer");
  readonly #leg = new UnitSums("leg");

  add({ before, after }: CallChange): void {
    if (before !== null) this.#count(before, -1);
    if (after !== null) this.#count(after, 1);
  }

  #count({ calls, visits, offers, legs }: FactsOfCall, times: 1 | -1): void {
    for (const fact of calls) this.#call.count(fact, times);
    for (const fact of visits) this.#visit.count(fact, times);
    for (const fact of offers) this.#offer.count(fact, times);
    for (const fact of legs) this.#leg.count(fact, times);
  }

  /** All cells that the changes come to something in; what is added from here on is summed up anew. */
  takeCells(): RollupCells {
    return {
      call: this.#call.takeCells(),
      visit: this.#visit.takeCells(),
      offer: this.#offer.takeCells(),
      leg: this.#leg.takeCells(),
    };
  }
}

/** What the records of one unit add: each to the finest cells alone, of which the coarser ones are sums. */
class UnitSums<Kind extends Unit> {
  #finest = finestSums();
  readonly #dimensions: readonly RollupDimension[];
  readonly #parts: (fact: Facts[Kind]) => Parts;

  constructor(unit: Kind) {
    this.#dimensions = ROLLUP_DIMENSIONS[unit];
    this.#parts = partsOf(unit);
  }

  count(fact: Facts[Kind], times: 1 | -1): void {
    const at = anchorOf(fact);
    const parts = this.#parts(fact);
    const { quarter, hour, fourHours, day } = this.#finest;
    const finest = {
      quarter: quarter.holding(at),
      hour: hour.holding(at),
      fourHours: fourHours.holding(at),
      day: day.holding(at),
    };
    for (const dimension of this.#dimensions) {
      const bucket = finest[finestGrainOf(dimension)];
      for (const key of rollupKeysOf(dimension, fact)) bucket.cell(dimension, key, parts).add(parts, times);
    }
  }

  takeCells(): RollupCell[] {
    const { quarter, hour, fourHours, day } = this.#finest;
    this.#finest = finestSums();
    const month = new CellSums("month");
    const slots = new CellSums("slotOfMonth");
    slots.include(quarter);
    hour.include(quarter);
    day.include(hour);
    day.include(fourHours);
    month.include(day);
    return [quarter, hour, fourHours, day, month, slots].flatMap((sums) =>
      [...sums.all()].filter((cell) => cell.isChange()),
    );
  }
}

function finestSums() {
  return {
    quarter: new CellSums("quarter"),
    hour: new CellSums("hour"),
    fourHours: new CellSums("fourHours"),
    day: new CellSums("day"),
  };
}

interface Parts {
  readonly counts: readonly number[];
  readonly buckets: BucketSums;
}

function partsOf<Kind extends Unit>(unit: Kind): (fact: Facts[Kind]) => Parts {
  const counts = Object.values(TALLY_PARTS[unit].counts);
  const histograms = Object.values<(tally: TallyOf<Kind>) => LogHistogram>(TALLY_PARTS[unit].histograms);
  return (fact) => {
    const tally = tallyOf(unit, [fact]);
    const buckets = new BucketSums();
    histograms.forEach((histogram, index) => {
      buckets.addHistogram(index, histogram(tally));
    });
    return { counts: counts.map((count) => count(tally)), buckets };
  };
}

/** A cell that is still being summed up. */
class CellSum implements RollupCell {
  readonly dimension: RollupDimension;
  readonly grain: CellGrain;
  readonly at: Instant;
  readonly key: DimensionKey;
  readonly counts: number[];
  readonly buckets = new BucketSums();

  constructor({ dimension, grain, at, key }: CellPlace, { counts }: Parts) {
    this.dimension = dimension;
    this.grain = grain;
    this.at = at;
    this.key = key;
    this.counts = counts.map(() => 0);
  }

  add({ counts, buckets }: Parts, times: 1 | -1): void {
    for (let index = 0; index < counts.length; index += 1) {
      this.counts[index] = (this.counts[index] ?? 0) + times * (counts[index] ?? 0);
    }
    this.buckets.include(buckets, times);
  }

  isChange(): boolean {
    return this.counts.some((count) => count !== 0) || !this.buckets.isZero();
  }
}

/** The cells of one bucket of time: by dimension and key, because a name for each place would be a text too many. */
class Bucket {
  readonly #place: Pick<CellPlace, "grain" | "at">;
  readonly #cells = new Map<RollupDimension, Map<DimensionKey, CellSum>>();

  constructor(place: Pick<CellPlace, "grain" | "at">) {
    this.#place = place;
  }

  /** The cell of a key, to be added to with parts like these. */
  cell(dimension: RollupDimension, key: DimensionKey, parts: Parts): CellSum {
    let ofDimension = this.#cells.get(dimension);
    if (ofDimension === undefined) {
      ofDimension = new Map();
      this.#cells.set(dimension, ofDimension);
    }
    let cell = ofDimension.get(key);
    if (cell === undefined) {
      cell = new CellSum({ ...this.#place, dimension, key }, parts);
      ofDimension.set(key, cell);
    }
    return cell;
  }

  *all(): Generator<CellSum> {
    for (const ofDimension of this.#cells.values()) yield* ofDimension.values();
  }
}

/** Cells of one grain, by the beginning of their bucket. */
class CellSums {
  readonly #grain: CellGrain;
  readonly #buckets = new Map<Instant, Bucket>();

  constructor(grain: CellGrain) {
    this.#grain = grain;
  }

  /** The bucket that holds an instant. */
  holding(instant: Instant): Bucket {
    const at = bucketStart(this.#grain, instant);
    let bucket = this.#buckets.get(at);
    if (bucket === undefined) {
      bucket = new Bucket({ grain: this.#grain, at });
      this.#buckets.set(at, bucket);
    }
    return bucket;
  }

  /** Adds cells of a finer grain to those that hold them. */
  include(finer: CellSums): void {
    for (const [at, bucket] of finer.#buckets) {
      const holding = this.holding(at);
      for (const cell of bucket.all()) holding.cell(cell.dimension, cell.key, cell).add(cell, 1);
    }
  }

  *all(): Generator<CellSum> {
    for (const bucket of this.#buckets.values()) yield* bucket.all();
  }
}
