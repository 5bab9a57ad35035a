import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import type { AuditFilter, AuditPlace } from "@/server/domain/audit/audit-filter";
import type { UserId } from "@/server/domain/identifiers";
import { addAuditEntry, auditEntriesQuery, findAuditEntries } from "@/server/store/audit";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const entries = 20_000;
const minuteMs = 60_000;
const actors: UserId[] = [];

beforeAll(async () => {
  for (let index = 0; index < 100; index += 1) actors.push((await createViewer(db, "supervisor")).userId);
  // Three entries share each instant, so that the order among them is asked for too.
  const rows = Array.from({ length: entries }, (_, index) => ({
    at: someInstant + Math.floor(index / 3) * minuteMs,
    actorId: actors[index % actors.length] ?? null,
    action: "call.deleted",
    subject: index % 100 === 0 ? "note" : "call",
    subjectId: String(index),
    details: {},
  }));
  for (let from = 0; from < entries; from += 5000) {
    await db.insert(auditEntries).values(rows.slice(from, from + 5000));
  }
  await db.execute(sql`analyze audit_entry`);
});

async function plan(filter: AuditFilter, before?: AuditPlace): Promise<string> {
  const query = auditEntriesQuery(db, { filter, before, limit: 101 });
  const lines = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
  return lines.map((line) => line["QUERY PLAN"]).join("\n");
}

const place = { at: someInstant + 1000 * minuteMs, auditEntryId: 3001 };

test.each<[string, () => AuditFilter, string]>([
  // what is asked for   the filter                                                     the index that answers
  ["everything", () => ({}), "audit_entry_page_index"],
  ["a period", () => ({ from: someInstant, until: someInstant + 60 * minuteMs }), "audit_entry_page_index"],
  ["a kind", () => ({ subject: "note" }), "audit_entry_subject_page_index"],
  ["a person", () => ({ actorId: actors[3] }), "audit_entry_actor_page_index"],
  [
    "a person in a period",
    () => ({ actorId: actors[3], from: someInstant, until: someInstant + 600 * minuteMs }),
    "audit_entry_actor_page_index",
  ],
])("an index answers for %s, on the first page and on a later one", async (_, filter, index) => {
  for (const before of [undefined, place]) {
    const found = await plan(filter(), before);
    expect(found).toContain(`using ${index}`);
    expect(found).not.toMatch(/Seq Scan on audit_entry|Sort/);
  }
});

test.each<[string, AuditFilter]>([
  ["everything", {}],
  ["a kind", { subject: "note" }],
  ["a period", { from: someInstant + minuteMs, until: someInstant + 900 * minuteMs }],
])("walking page by page meets each entry of %s once, newest first", async (_, filter) => {
  const met: AuditPlace[] = [];
  for (;;) {
    const before = met.at(-1);
    const page = await findAuditEntries(db, { filter, before, limit: 999 });
    met.push(...page.map(({ at, auditEntryId }) => ({ at, auditEntryId })));
    if (page.length < 999) break;
  }
  const { from = 0, until = Number.MAX_SAFE_INTEGER, subject } = filter;
  const expected = (await db.select().from(auditEntries))
    .filter((entry) => entry.at >= from && entry.at < until && (!subject || entry.subject === subject))
    .map(({ at, auditEntryId }) => ({ at, auditEntryId }))
    .toSorted((one, other) => other.at - one.at || other.auditEntryId - one.auditEntryId);
  expect(met).toEqual(expected);
});

test("an entry tells who did it, and of the product itself nobody", async () => {
  const { userId, name } = await createViewer(db, "supervisor");
  const entry = {
    at: someInstant + entries * minuteMs,
    action: "call.restored",
    subject: "call",
    subjectId: "1",
  };
  await addAuditEntry(db, { ...entry, actorId: userId, details: { reason: "by mistake" } });
  await addAuditEntry(db, { ...entry, actorId: null });
  const found = await findAuditEntries(db, { filter: { subject: "call" }, limit: 2 });
  expect(found).toMatchObject([
    { actorName: null, details: {} },
    { actorName: name, details: { reason: "by mistake" } },
  ]);
});
