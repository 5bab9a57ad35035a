import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Connection } from "@/drizzle/database";
import { EVENT_ROWS, FOLDED_COLUMNS, FOLDED_TABLES } from "@/server/store/calls/call-rows";
import type { CopyTarget } from "@/server/store/copy";
import { ensurePartitions } from "@/server/store/partitions";
import { CELL_PLACE, CELL_TABLES } from "@/server/store/rollups/cell-tables";

/** The tables an import writes to, each with the columns that are written. */
const targets: readonly CopyTarget[] = [
  { table: "call_source", columns: ["provider", "provider_call_id", "call_id", "import_id"] },
  EVENT_ROWS,
  ...FOLDED_TABLES.map((table) => ({ table, columns: FOLDED_COLUMNS[table] })),
  ...Object.values(CELL_TABLES).map(({ name, counts, histograms }) => ({
    table: name,
    columns: [...CELL_PLACE, ...counts, ...histograms],
  })),
];

function listOf({ columns }: CopyTarget): string {
  return columns.map((column) => `"${column}"`).join(", ");
}

/** Has the server write the rows of an import to files, one a table. Returns how many there are. */
export async function dumpRows({ client }: Connection, folder: string): Promise<number> {
  let rows = 0;
  for (const target of targets) {
    const { table } = target;
    await client.unsafe(`copy (select ${listOf(target)} from ${table}) to '${join(folder, table)}'`);
    const [counted] = await client.unsafe(`select count(*)::int as rows from ${table}`);
    rows += Number(counted?.["rows"]);
  }
  return rows;
}

/** Makes the partitions that the rows in the files need. */
export async function prepareTables(target: Connection, source: Connection): Promise<void> {
  const [span] = await source.client`
    select extract(epoch from min(started_at)) * 1000 as first, extract(epoch from max(started_at)) * 1000 as last
    from call`;
  await ensurePartitions(target.db, Number(span?.["first"]), Number(span?.["last"]));
}

/** COPYs the files into empty tables with all their indexes: the least that writing these rows can cost. */
export async function copyRows({ client }: Connection, folder: string): Promise<void> {
  await client.begin(async (tx) => {
    for (const target of targets) {
      const { table } = target;
      const stream = await tx.unsafe(`copy ${table} (${listOf(target)}) from stdin`).writable();
      await pipeline(createReadStream(join(folder, table), { highWaterMark: 1024 * 1024 }), stream);
    }
  });
}
