import type { Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, keysOf } from "@/server/domain/metrics/dimension-keys";
import type { Facts } from "@/server/domain/metrics/fact";
import type { CellGrain, Grain } from "@/server/domain/metrics/time/period-cover";

/** By what rollups keep tallies apart: by nothing, by one dimension, or by group and agent together. */
export type RollupDimension = "all" | Dimension | typeof PAIR;

// Agents within a group are what is asked most of two properties at once. Other pairs are read from rows.
const PAIR = "skillGroupAndAgent";

const single: readonly RollupDimension[] = ["all", ...Dimension.options];
const withPair: readonly RollupDimension[] = [...single, PAIR];

/** By what the records of a unit are kept apart: the pair is asked of the work of agents. */
export const ROLLUP_DIMENSIONS: Readonly<Record<Unit, readonly RollupDimension[]>> = {
  call: single,
  visit: single,
  offer: withPair,
  leg: withPair,
};

/** The dimensions that a cell's key tells of, in their order. */
export function partsOf(dimension: RollupDimension): readonly Dimension[] {
  if (dimension === "all") return [];
  return dimension === PAIR ? ["skillGroup", "agent"] : [dimension];
}

// Clocks may be off by quarters of an hour, and the week's heat map has half hours: the finest grain is
// kept where that is asked for most, because it takes as much room as all the others together. Agents are
// many, and an hour of one holds hardly more than a call: four hours meet midnight on a third of the world's
// clocks, and of a period by others at most as much is read from the rows. Within a group the rows of the days
// that a period cuts through are few enough.
type FinestGrain = "quarter" | "hour" | "fourHours" | "day";

const GRAINS: Readonly<Record<FinestGrain, readonly Grain[]>> = {
  quarter: ["month", "day", "hour", "quarter"],
  hour: ["month", "day", "hour"],
  fourHours: ["month", "day", "fourHours"],
  day: ["month", "day"],
};

/** The finest grain in which a dimension is kept. */
export function finestGrainOf(dimension: RollupDimension): FinestGrain {
  if (dimension === PAIR) return "day";
  if (dimension === "agent") return "fourHours";
  return dimension === "all" || dimension === "skillGroup" ? "quarter" : "hour";
}

/** The grains in which a dimension is kept, the coarsest first. */
export function grainsOf(dimension: RollupDimension): readonly Grain[] {
  return GRAINS[finestGrainOf(dimension)];
}

/** The dimension of which every record has a cell in this grain. */
export function dimensionOfAll(grain: CellGrain): RollupDimension {
  return grain === "fourHours" ? "agent" : "all";
}

/** Ids hold no space. */
export const PART_END = " ";

/**
 * Whether a cell's key is a list. Calls of several groups have cells of their own for these together: any of
 * the groups can be asked for, and no call counts twice.
 */
export function isListed(unit: Unit, dimension: RollupDimension): boolean {
  return unit === "call" && dimension === "skillGroup";
}

/** Under which keys of a dimension cells count a record: a pair's are those of its parts, none of them empty. */
export function rollupKeysOf(dimension: RollupDimension, fact: Facts[Unit]): readonly DimensionKey[] {
  if (dimension === "all") return NO_KEY;
  if (dimension === PAIR) {
    const [groups, agents] = [keysOf("skillGroup", fact), keysOf("agent", fact)];
    return groups.flatMap((group) => agents.map((agent) => `${group ?? ""}${PART_END}${agent ?? ""}`));
  }
  const keys = keysOf(dimension, fact);
  return keys.length > 1 && isListed(fact.unit, dimension) ? [keys.toSorted().join(PART_END)] : keys;
}

const NO_KEY: readonly DimensionKey[] = [null];
