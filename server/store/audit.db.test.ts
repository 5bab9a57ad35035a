import { expect, test } from "vitest";
import { addAuditEntry, findAuditEntries } from "@/server/store/audit";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

test("entries are read newest first, by who, by kind and from a place on", async () => {
  const { userId } = await createViewer(db, "supervisor");
  const entry = { at: someInstant, subjectId: "1", actorId: userId };
  await addAuditEntry(db, { ...entry, action: "call.deleted", subject: "call" });
  await addAuditEntry(db, { ...entry, action: "ruleSet.published", subject: "ruleSet" });
  await addAuditEntry(db, { ...entry, action: "call.restored", subject: "call", actorId: null });

  const actions = async (filter: Parameters<typeof findAuditEntries>[1]) =>
    (await findAuditEntries(db, filter)).map(({ action }) => action);
  expect(await actions({})).toEqual(["call.restored", "ruleSet.published", "call.deleted"]);
  expect(await actions({ actorId: userId })).toEqual(["ruleSet.published", "call.deleted"]);
  expect(await actions({ subject: "call" })).toEqual(["call.restored", "call.deleted"]);

  const [newest] = await findAuditEntries(db, {});
  expect(newest).toMatchObject({ actorName: null, at: someInstant });
  expect(await actions({ before: newest?.auditEntryId })).toEqual(["ruleSet.published", "call.deleted"]);
});
