import { expect, test } from "vitest";
import { deleteMapping } from "@/server/commands/imports/delete-mapping";
import { saveMapping } from "@/server/commands/imports/save-mapping";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { findMapping } from "@/server/store/import-mappings";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const mapping: CsvMapping = {
  columns: { startedAt: "When" },
  timeFormat: "ymd",
  directions: {},
  outcomes: {},
};

test("a deleted mapping is gone, and its content is handed back to be saved again", async () => {
  const ctx = { db, now: () => someInstant, actor: await createViewer(db, "supervisor") };
  await saveMapping(ctx, { name: "Old exchange", mapping });
  expect(await deleteMapping(ctx, { name: "Old exchange" })).toMatchObject({ ok: true, value: { mapping } });
  expect(await findMapping(db, "Old exchange")).toBeUndefined();
  expect(await deleteMapping(ctx, { name: "Old exchange" })).toMatchObject({ reason: "mapping_not_found" });
});

test("whoever may not import deletes no mapping", async () => {
  const supervisor = await createViewer(db, "supervisor");
  await saveMapping({ db, now: () => someInstant, actor: supervisor }, { name: "Kept", mapping });
  const manager = await createViewer(db, "manager");
  const refused = await deleteMapping({ db, now: () => someInstant, actor: manager }, { name: "Kept" });
  expect(refused).toMatchObject({ reason: "missing_permission" });
  expect(await findMapping(db, "Kept")).toEqual(mapping);
});
