import { beforeEach, expect, test } from "vitest";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { rebuildRollups } from "@/server/store/rollups/rebuild-rollups";
import { importFile } from "@/server/testing/imports";
import { forgetStatistics, tablesWithStatistics } from "@/server/testing/statistics";
import { useTemporaryFiles } from "@/server/testing/temporary-files";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const writeTemporary = useTemporaryFiles();

const log = [
  "1795363844|1.0|hotline|NONE|ENTERQUEUE||13812345678|1",
  "1795363858|1.0|hotline|Agent 102|CONNECT|14|1.1|3",
  "1795363901|1.0|hotline|Agent 102|COMPLETECALLER|14|43|1",
].join("\n");

const filled = ["call", "call_event", "leg", "queue_visit"];

async function importLog(): Promise<void> {
  await importFile(db, { format: "asterisk-queue-log", path: await writeTemporary(`${log}\n`) });
}

beforeEach(async () => {
  await importLog();
  await forgetStatistics(db);
  expect(await tablesWithStatistics(db)).toEqual([]);
});

test.each([
  { name: "an import", work: importLog },
  { name: "rebuilding the calls", work: () => rebuildCalls(db) },
  { name: "rebuilding the rollups", work: () => rebuildRollups(db) },
])("after $name the planner knows every table, partitioned ones as wholes", async ({ work }) => {
  await work();
  expect(await tablesWithStatistics(db)).toEqual(expect.arrayContaining(filled));
});
