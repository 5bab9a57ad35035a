import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { CallEvent } from "@/server/domain/calls/event";
import { foldCall } from "@/server/domain/calls/fold";
import { walkLife } from "@/server/domain/calls/life-walk";
import { type CallId, NoteId, type UserId } from "@/server/domain/identifiers";
import { addCallDeletion } from "@/server/store/calls/deletions";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { addNote } from "@/server/store/notes/notes";
import { ensurePartitions } from "@/server/store/partitions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const MINUTE_MS = 60_000;
const CALLS = 150;

/** Calls of every kind that the rules of a call's life allow. */
const lives = fc
  .sample(
    fc.array(fc.record({ pick: fc.nat(), delayMs: fc.nat(30_000) }), {
      minLength: 12,
      maxLength: 60,
      size: "max",
    }),
    { seed: 11, numRuns: CALLS },
  )
  .map((choices, index) => startingAt(walkLife(choices), someInstant + index * MINUTE_MS));

function startingAt(events: readonly CallEvent[], start: number): CallEvent[] {
  return events.map((event) => ({ ...event, at: start + event.at }));
}

const folded = ["call", "queue_visit", "leg", "key_press"];
const kept = ["call_event", "note", "note_revision", "call_deletion"];

async function rowsOf(tables: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(
    tables.map((table) =>
      db.execute<{ text: string }>(sql`select t::text as text from ${sql.identifier(table)} t order by 1`),
    ),
  );
  return rows.flat().map(({ text }) => text);
}

/** How many calls carry the mark of their notes, and of their deletion. */
async function marked() {
  const [row] = await db.execute<{ notes: string; deletions: string }>(sql`
    select count(*) filter (where has_notes) as notes, count(*) filter (where is_deleted) as deletions from call`);
  return row;
}

async function annotate(callId: CallId, authorId: UserId): Promise<void> {
  const noteId = NoteId.parse(randomUUID());
  await addNote(db, { noteId, callId, authorId, body: "rang back", revision: 1, createdAt: someInstant });
}

beforeAll(async () => {
  const { userId: authorId } = await createUser(db);
  await ensurePartitions(db, someInstant, someInstant);
  const prepared = lives.map((events, index) =>
    prepareCall("test", { providerCallId: String(index), events }),
  );
  await db.transaction((tx) => recordCalls(tx, { provider: "test", importId: null }, prepared));
  for (const [index, { callId }] of prepared.entries()) {
    if (index % 3 === 0) await annotate(callId, authorId);
    if (index % 5 === 0) {
      await addCallDeletion(db, { callId, deletedAt: someInstant, deletedBy: authorId, reason: "twice" });
    }
  }
});

test("the calls have everything that calls can have", () => {
  const types = new Set(lives.flat().map(({ type }) => type));
  for (const type of ["transferCompleted", "transferCancelled", "consultEnded", "surveyAnswered"] as const) {
    expect(types).toContain(type);
  }
  const calls = lives.map((events) => foldCall(events));
  const outcomes = new Set(calls.flatMap(({ legs }) => legs.map(({ outcome }) => outcome)));
  for (const outcome of ["missed", "rejected", "withdrawn", "ended"]) expect(outcomes).toContain(outcome);
  expect(new Set(calls.map(({ call }) => call.direction))).toEqual(new Set(["inbound", "outbound"]));
  expect(calls.some(({ call }) => call.surveyScore !== null)).toBe(true);
  expect(calls.some(({ visits }) => visits.length > 1)).toBe(true);
});

test("folding all events anew reproduces every row, and keeps what people did with the calls", async () => {
  const [rows, others, marks] = [await rowsOf(folded), await rowsOf(kept), await marked()];
  expect(marks).toEqual({ notes: String(CALLS / 3), deletions: String(CALLS / 5) });
  expect(await rebuildCalls(db)).toEqual({ calls: CALLS, rowsDiffering: 0 });
  expect(await rowsOf(folded)).toEqual(rows);
  expect(await rowsOf(kept)).toEqual(others);
  expect(await marked()).toEqual(marks);
});

test.each([
  [
    "of changed calls",
    sql`update call set talk_ms = talk_ms + 1000, handle_ms = handle_ms + 1000 where talk_ms > 0`,
  ],
  ["of legs that are gone", sql`delete from leg where ordinal = 1`],
  [
    "of visits that ended otherwise",
    sql`update queue_visit set outcome = 'abandoned' where outcome = 'overflowed'`,
  ],
  ["of keys that are gone", sql`delete from key_press`],
])("folding puts the rows %s right, and keeps the marks of notes and deletions", async (_, harm) => {
  const [rows, others, marks] = [await rowsOf(folded), await rowsOf(kept), await marked()];
  await db.execute(harm);
  expect(await rowsOf(folded)).not.toEqual(rows);
  const { calls, rowsDiffering } = await rebuildCalls(db);
  expect(calls).toBe(CALLS);
  expect(rowsDiffering).toBeGreaterThan(0);
  expect(await rowsOf(folded)).toEqual(rows);
  expect(await rowsOf(kept)).toEqual(others);
  expect(await marked()).toEqual(marks);
});
