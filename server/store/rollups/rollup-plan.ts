import type { FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, keysAsked } from "@/server/domain/metrics/dimension-keys";
import type { RollupDimension } from "@/server/domain/metrics/rollup-cells";

/** Which cells answer a question: those of one dimension, of some of its keys or of all. */
export interface RollupPlan {
  readonly dimension: RollupDimension;
  readonly keys: readonly DimensionKey[] | undefined;
}

/** Undefined for a question that cells cannot answer, because they keep one dimension apart at a time. */
export function rollupPlan(unit: Unit, filter: FigureFilter, by?: Dimension): RollupPlan | undefined {
  const [dimension, ...others] = Dimension.options.filter(
    (option) => option === by || keysAsked(filter, option) !== undefined,
  );
  if (dimension === undefined) return { dimension: "all", keys: undefined };
  const keys = keysAsked(filter, dimension);
  const isSum = by === undefined && new Set(keys).size > 1;
  if (others.length > 0 || (isSum && overlap(unit, dimension))) return undefined;
  return { dimension, keys };
}

/** A call of two groups is in the cells of both: their sum would count it twice. */
function overlap(unit: Unit, dimension: Dimension): boolean {
  return unit === "call" && (dimension === "skillGroup" || dimension === "agent");
}
