import type { Instant } from "@/server/domain/instant";
import { BucketSums } from "@/server/domain/metrics/bucket-sums";
import type { Unit } from "@/server/domain/metrics/cohort";
import { anchorOf } from "@/server/domain/metrics/cohort-membership";
import { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, keysOf } from "@/server/domain/metrics/dimension-keys";
import type { Facts } from "@/server/domain/metrics/fact";
import type { FactsOfCall } from "@/server/domain/metrics/facts-of-call";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { tallyOf } from "@/server/domain/metrics/tally-facts";
import { TALLY_PARTS } from "@/server/domain/metrics/tally-parts";
import { bucketStart, type Grain } from "@/server/domain/metrics/time/period-cover";

/** By what rollups keep tallies apart: by one dimension at a time, or not at all. */
export type RollupDimension = "all" | Dimension;

const rollupDimensions: readonly RollupDimension[] = ["all", ...Dimension.options];

/** Which records are tallied together: those of one bucket of time and one key of a dimension. */
interface CellPlace {
  readonly dimension: RollupDimension;
  readonly grain: Grain;
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

/** The grains in which a dimension is kept. */
export function grainsOf(dimension: RollupDimension): readonly Grain[] {
  const grains: readonly Grain[] = ["month", "day", "hour"];
  return finestGrainOf(dimension) === "quarter" ? [...grains, "quarter"] : grains;
}

// Clocks may be off by quarters of an hour, and the week's heat map has half hours: the finest grain is
// kept where that is asked for most, because it takes as much room as all the others together.
function finestGrainOf(dimension: RollupDimension): "quarter" | "hour" {
  return dimension === "all" || dimension === "skillGroup" ? "quarter" : "hour";
}

/** What the changes of calls add to each cell of the rollups. */
export function rollupCells(changes: readonly CallChange[]): RollupCells {
  return {
    call: cellsOf("call", changes, ({ calls }) => calls),
    visit: cellsOf("visit", changes, ({ visits }) => visits),
    offer: cellsOf("offer", changes, ({ offers }) => offers),
    leg: cellsOf("leg", changes, ({ legs }) => legs),
  };
}

function cellsOf<Kind extends Unit>(
  unit: Kind,
  changes: readonly CallChange[],
  factsOf: (facts: FactsOfCall) => readonly Facts[Kind][],
): RollupCell[] {
  const finest = { quarter: new CellSums("quarter"), hour: new CellSums("hour") };
  const parts = partsOf(unit);
  const count = (fact: Facts[Kind], times: 1 | -1) => {
    const at = anchorOf(fact);
    const ofFact = parts(fact);
    for (const dimension of rollupDimensions) {
      const sums = finest[finestGrainOf(dimension)];
      const keys = dimension === "all" ? NO_KEY : keysOf(dimension, fact);
      for (const key of keys) sums.add({ dimension, at, key }, ofFact, times);
    }
  };
  for (const { before, after } of changes) {
    for (const fact of before === null ? [] : factsOf(before)) count(fact, -1);
    for (const fact of after === null ? [] : factsOf(after)) count(fact, 1);
  }
  const hours = finest.hour.include(finest.quarter);
  const days = new CellSums("day").include(hours);
  const months = new CellSums("month").include(days);
  return [finest.quarter, hours, days, months].flatMap((sums) =>
    [...sums.all()].filter((cell) => cell.isChange()),
  );
}

const NO_KEY: readonly DimensionKey[] = [null];

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
      histogram(tally).forEach((count, bucket) => {
        buckets.add(index, bucket, count);
      });
    });
    return { counts: counts.map((count) => count(tally)), buckets };
  };
}

/** A cell that is still being summed up. */
class CellSum implements RollupCell {
  readonly dimension: RollupDimension;
  readonly grain: Grain;
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

/** Cells of one grain: by beginning, dimension and key, because a name for each place would be a text too many. */
class CellSums {
  readonly #grain: Grain;
  readonly #cells = new Map<Instant, Map<RollupDimension, Map<DimensionKey, CellSum>>>();

  constructor(grain: Grain) {
    this.#grain = grain;
  }

  /** Adds to the cell that holds an instant. */
  add({ dimension, at, key }: Omit<CellPlace, "grain">, parts: Parts, times: 1 | -1): void {
    const start = bucketStart(this.#grain, at);
    const ofDimension = within(within(this.#cells, start), dimension);
    let cell = ofDimension.get(key);
    if (cell === undefined) {
      cell = new CellSum({ dimension, grain: this.#grain, at: start, key }, parts);
      ofDimension.set(key, cell);
    }
    cell.add(parts, times);
  }

  /** Adds cells of a finer grain to those that hold them. */
  include(finer: CellSums): this {
    for (const cell of finer.all()) this.add(cell, cell, 1);
    return this;
  }

  *all(): Generator<CellSum> {
    for (const ofBucket of this.#cells.values()) {
      for (const ofDimension of ofBucket.values()) yield* ofDimension.values();
    }
  }
}

function within<Outer, Inner, Value>(maps: Map<Outer, Map<Inner, Value>>, name: Outer): Map<Inner, Value> {
  const known = maps.get(name);
  if (known !== undefined) return known;
  const made = new Map<Inner, Value>();
  maps.set(name, made);
  return made;
}
