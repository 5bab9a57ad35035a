import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { importFile } from "@/server/testing/imports";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

const tables = ["call", "queue_visit", "leg", "key_press"];

const log = [
  "1795363844|1.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "1795363851|1.0|hotline|Agent 101|RINGNOANSWER|6000",
  "1795363858|1.0|hotline|Agent 102|CONNECT|14|1.1|3",
  "1795363901|1.0|hotline|Agent 102|COMPLETECALLER|14|43|1",
  "1795363902|2.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "1795363911|2.0|hotline|NONE|EXITWITHKEY|7|1|1|9",
  "1795364911|3.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "1795364921|3.0|hotline|NONE|ABANDON|1|1|10",
].join("\n");

async function foldedRows(): Promise<string[]> {
  const rows = await Promise.all(
    tables.map((table) =>
      db.execute<{ text: string }>(sql`select t::text as text from ${sql.identifier(table)} t order by 1`),
    ),
  );
  return rows.flat().map(({ text }) => text);
}

test("folding all events anew reproduces every row, and mends what was changed by hand", async () => {
  const path = await writeTemporary(`${log}\n`);
  await importFile(db, { format: "asterisk-queue-log", path });
  const rows = await foldedRows();
  expect(rows.length).toBeGreaterThan(8);
  expect(await rebuildCalls(db)).toEqual({ calls: 3, rowsDiffering: 0 });

  await db.execute(
    sql`update call set talk_ms = talk_ms + 1000, handle_ms = handle_ms + 1000 where talk_ms > 0`,
  );
  await db.execute(sql`delete from leg where ordinal = 1`);
  await db.execute(sql`update queue_visit set outcome = 'abandoned' where outcome = 'overflowed'`);
  await db.execute(sql`delete from key_press`);
  expect(await foldedRows()).not.toEqual(rows);

  // Two sides each of the changed call and visit, one of the leg and key that were gone.
  expect(await rebuildCalls(db)).toEqual({ calls: 3, rowsDiffering: 6 });
  expect(await foldedRows()).toEqual(rows);
});
