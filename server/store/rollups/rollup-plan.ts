import type { FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, keysAsked } from "@/server/domain/metrics/dimension-keys";
import {
  isListed,
  partsOf,
  ROLLUP_DIMENSIONS,
  type RollupDimension,
} from "@/server/domain/metrics/rollup-dimension";

/** Which cells answer a question: those of one dimension, of some of its keys or of all. */
export interface RollupPlan {
  readonly dimension: RollupDimension;
  /** The dimensions that a key tells of, with the keys asked of each; undefined for all. */
  readonly parts: readonly RollupPart[];
}

interface RollupPart {
  readonly dimension: Dimension;
  readonly keys: readonly DimensionKey[] | undefined;
  /** Cells have lists of such keys. */
  readonly isListed: boolean;
}

/** Undefined for a question that cells cannot answer, because they do not keep apart what it asks for. */
export function rollupPlan(unit: Unit, filter: FigureFilter, by?: Dimension): RollupPlan | undefined {
  const parts = Dimension.options
    .map((dimension) => ({
      dimension,
      keys: keysAsked(filter, dimension),
      isListed: isListed(unit, dimension),
    }))
    .filter(({ dimension, keys }) => dimension === by || keys !== undefined);
  const asked = parts.map((part) => part.dimension).join();
  const dimension = ROLLUP_DIMENSIONS[unit].find((option) => partsOf(option).join() === asked);
  if (dimension === undefined) return undefined;
  const summed = parts.filter((part) => part.dimension !== by && new Set(part.keys).size > 1);
  return summed.some((part) => overlap(unit, part.dimension)) ? undefined : { dimension, parts };
}

/** A call of two agents is in the cells of both: their sum would count it twice. */
function overlap(unit: Unit, dimension: Dimension): boolean {
  return unit === "call" && dimension === "agent";
}
