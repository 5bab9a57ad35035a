import { toSnakeCase } from "drizzle-orm/casing";
import type { Unit } from "@/server/domain/metrics/cohort";
import { TALLY_PARTS } from "@/server/domain/metrics/tally-parts";

const columns = new Map<string, string>();

/** The column of a part of a tally. */
export function columnOf(part: string): string {
  const known = columns.get(part);
  if (known !== undefined) return known;
  const column = toSnakeCase(part);
  columns.set(part, column);
  return column;
}

/** The columns that say which cell it is. */
export const CELL_PLACE = ["dimension", "grain", "at", "key"] as const;

/** Where the cells of a unit are kept, with the columns of the parts of its tally in their order. */
export interface CellTable {
  readonly name: string;
  readonly counts: readonly string[];
  readonly histograms: readonly string[];
}

export const CELL_TABLES: Readonly<Record<Unit, CellTable>> = {
  call: { name: "rollup_call", ...columnsOf("call") },
  visit: { name: "rollup_visit", ...columnsOf("visit") },
  offer: { name: "rollup_offer", ...columnsOf("offer") },
  leg: { name: "rollup_leg", ...columnsOf("leg") },
};

function columnsOf(unit: Unit): Pick<CellTable, "counts" | "histograms"> {
  const { counts, histograms } = TALLY_PARTS[unit];
  return {
    counts: Object.keys(counts).map(columnOf),
    histograms: Object.keys(histograms).map(columnOf),
  };
}
