import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { calls } from "@/drizzle/schema/calls";
import { exportCalls } from "@/server/api/export-calls";
import { newestFirst } from "@/server/domain/calls/call-filter";
import { makeCallId } from "@/server/domain/calls/call-id";
import { ensurePartitions } from "@/server/store/partitions";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const hostileNames = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'say "hi", ok', "王芳"];

beforeAll(async () => {
  await ensurePartitions(db, someInstant, someInstant);
  const drawn = Array.from({ length: 2300 }, (_, index) => ({
    callId: makeCallId(someInstant + index, `export ${index}`),
    direction: "inbound" as const,
    outcome: "abandoned" as const,
    startedAt: someInstant + index,
    customerNumber: "+8613812345678",
    customerName: hostileNames[index] ?? `Customer ${index}`,
    ivrMs: 0,
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapUpMs: 0,
    handleMs: 0,
    visitCount: 0,
    offerCount: 0,
    transferCount: 0,
    keyTrack: "",
  }));
  await db.insert(calls).values(drawn.slice(0, 1200));
  await db.insert(calls).values(drawn.slice(1200));
});

async function exported(role: "agent" | "manager" | "supervisor") {
  const viewer = await createViewer(db, role);
  const outcome = await exportCalls(
    { db, viewer, now: () => someInstant },
    {
      filter: { deleted: "without" },
      sort: { ...newestFirst, order: "ascending" },
      columns: ["customer"],
      headings: ["Name", "Number"],
      cellsOf: (row) => [row.customerName ?? "", row.customerNumber ?? ""],
    },
  );
  return { viewer, outcome, text: outcome.ok ? await new Response(outcome.value).bytes() : new Uint8Array() };
}

test("a file holds the whole list in its order, with a byte order mark and every formula taken apart", async () => {
  const { text } = await exported("supervisor");
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(text).split("\r\n");
  expect(lines[0]).toBe("\ufeffName,Number");
  expect(lines.slice(1, 5).map((line) => line.split(",")[0])).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)"]);
  expect(lines.join("\n")).toContain(`"say ""hi"", ok"`);
  expect(lines.join("\n")).toContain("王芳");
  expect(lines.at(-2)).toMatch(/^Customer 2299,/);
  expect(lines).toHaveLength(2300 + 2);
});

test("a number leaves the house only as masked as its reader sees it", async () => {
  const { text } = await exported("manager");
  const file = new TextDecoder().decode(text);
  expect(file).toContain("•••• 5678");
  expect(file).not.toContain("12345678");
});

test("who exports is noted in the audit log", async () => {
  const { viewer } = await exported("manager");
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, viewer.userId));
  expect(entries).toMatchObject([
    { action: "calls.exported", actorId: viewer.userId, details: { columns: ["customer"] } },
  ]);
});

test("agents export nothing", async () => {
  const { outcome } = await exported("agent");
  expect(outcome).toMatchObject({ ok: false, reason: "missing_permission" });
});
