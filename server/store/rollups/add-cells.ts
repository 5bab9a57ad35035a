import { sql } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import { Unit } from "@/server/domain/metrics/cohort";
import type { RollupCell, RollupCells } from "@/server/domain/metrics/rollup-cells";
import { dimensionOfAll } from "@/server/domain/metrics/rollup-dimension";
import { instantArray, textArray } from "@/server/store/arrays";
import { copyInstant, copyInto, copyText } from "@/server/store/copy";
import { noteChanges } from "@/server/store/rollups/cell-changes";
import { cellKey } from "@/server/store/rollups/cell-key";
import { CELL_PLACE, CELL_TABLES, type CellTable } from "@/server/store/rollups/cell-tables";
import { histogramTexts, readHistograms } from "@/server/store/rollups/histogram-text";

interface CellRow {
  readonly key: string;
  readonly cell: RollupCell;
}

/**
 * Adds to the cells that are there and makes those that are not; a cell that no longer counts anything
 * goes. Nobody else may write the same cells meanwhile: see `lockMonths`.
 */
export async function addCells(tx: Transaction, cells: RollupCells): Promise<void> {
  await addCellsTo((table) => table, tx, cells);
  await noteChanges(tx, cells);
}

/** The same in other tables than those that figures are read from. */
export async function addCellsTo(
  nameOf: (table: string) => string,
  tx: Transaction,
  cells: RollupCells,
): Promise<void> {
  for (const unit of Unit.options) {
    const table = { ...CELL_TABLES[unit], name: nameOf(CELL_TABLES[unit].name) };
    const rows = cells[unit].map((cell) => ({ key: cellKey(cell.key), cell }));
    if (rows.length > 0) await addRows(tx, table, rows);
  }
}

async function addRows(tx: Transaction, table: CellTable, rows: readonly CellRow[]): Promise<void> {
  const begun = await beganBuckets(tx, table, rows);
  const maybeStored = rows.filter(({ cell }) => begun.has(bucketName(cell)));
  const byPlace = new Map(maybeStored.map((row) => [placeName(row.cell, row.key), row]));
  for (const stored of await takeOut(tx, table, maybeStored)) {
    const row = byPlace.get(placeName(stored, stored.key));
    if (row !== undefined) addStored(row.cell, table, stored);
  }
  const target = { table: table.name, columns: [...CELL_PLACE, ...table.counts, ...table.histograms] };
  await copyInto(tx, target, rowsOf(rows, table));
}

type Bucket = Pick<RollupCell, "grain" | "at">;
type Place = Bucket & Pick<RollupCell, "dimension">;

function bucketName({ grain, at }: Bucket): string {
  return `${grain} ${at}`;
}

function placeName({ dimension, grain, at }: Place, key: string): string {
  return `${dimension} ${grain} ${at} ${key}`;
}

interface StoredCell extends Place, Record<string, unknown> {
  readonly key: string;
  readonly counts: string;
}

/**
 * The buckets of time in which anything has been counted, by the cells in which all that is counted is. Records mostly come in the order of time, so that nearly all finer buckets are new.
 */
async function beganBuckets(
  tx: Transaction,
  { name }: CellTable,
  rows: readonly CellRow[],
): Promise<ReadonlySet<string>> {
  const buckets = [...new Map(rows.map(({ cell }) => [bucketName(cell), cell])).values()];
  const found = await tx.execute<Record<string, unknown> & Bucket>(sql`
    select bucket.grain, (extract(epoch from bucket.at) * 1000)::float8 as at
    from unnest(${textArray(buckets.map(({ grain }) => grain))}, ${instantArray(buckets.map(({ at }) => at))},
        ${textArray(buckets.map(({ grain }) => dimensionOfAll(grain)))}) as bucket (grain, at, dimension)
    where exists (
      select from ${sql.identifier(name)} cell
      where cell.dimension = bucket.dimension and cell.grain = bucket.grain and cell.at = bucket.at)`);
  return new Set(found.map(bucketName));
}

/** Takes away the cells that are there already. */
async function takeOut(
  tx: Transaction,
  { name, counts, histograms }: CellTable,
  rows: readonly CellRow[],
): Promise<StoredCell[]> {
  if (rows.length === 0) return [];
  const table = sql.identifier(name);
  const list = (columns: readonly string[]) =>
    sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
  // Each place by itself, so that the index is used however many there are; OFFSET keeps it that way.
  return await tx.execute<StoredCell>(sql`
    delete from ${table} where ctid = any (array(
      select cell.ctid
      from unnest(${textArray(rows.map(({ cell }) => cell.dimension))}, ${textArray(rows.map(({ cell }) => cell.grain))},
        ${instantArray(rows.map(({ cell }) => cell.at))}, ${textArray(rows.map(({ key }) => key))})
        as place (dimension, grain, at, key)
      cross join lateral (
        select kept.ctid from ${table} kept
        where kept.dimension = place.dimension and kept.grain = place.grain and kept.at = place.at and kept.key = place.key
        offset 0) cell))
    returning dimension, grain, (extract(epoch from at) * 1000)::float8 as at, key,
      concat_ws(',', ${list(counts)}) as counts, ${list(histograms)}`);
}

// Some thousand cells come back with each batch of an import: their counts in one text, for a value apiece
// takes longer to receive than to add.
function addStored(cell: RollupCell, { histograms }: CellTable, stored: StoredCell): void {
  for (const [index, count] of stored.counts.split(",").entries()) {
    cell.counts[index] = (cell.counts[index] ?? 0) + Number(count);
  }
  for (const [index, column] of histograms.entries()) {
    cell.buckets.addHistogram(index, readHistograms(String(stored[column])));
  }
}

function* rowsOf(rows: readonly CellRow[], { histograms }: CellTable): Generator<string> {
  for (const row of rows) yield copyRow(row, histograms.length);
}

function copyRow({ key, cell }: CellRow, histograms: number): string {
  const { dimension, grain, at, counts, buckets } = cell;
  const texts = histogramTexts(buckets, histograms);
  if (counts.every((count) => count === 0) && texts.every((text) => text === "")) return "";
  return `${[dimension, grain, copyInstant(at), copyText(key), ...counts, ...texts].join("\t")}\n`;
}
