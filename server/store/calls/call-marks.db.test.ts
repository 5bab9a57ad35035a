import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { connect, type Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { type CallId, NoteId } from "@/server/domain/identifiers";
import { markCalls } from "@/server/store/calls/call-marks";
import { addCallDeletion, removeCallDeletion } from "@/server/store/calls/deletions";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { addNote, setNoteDeleted } from "@/server/store/notes/notes";
import { createUser, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url } = useTestDatabase();

let agentId: Awaited<ReturnType<typeof createUser>>["userId"];
let callId: CallId;

beforeAll(async () => {
  ({ userId: agentId } = await createUser(db));
});

beforeEach(async () => {
  callId = await createCall(db, { agentId });
});

async function writeNote(on: Queryable = db): Promise<NoteId> {
  const noteId = NoteId.parse(randomUUID());
  await addNote(on, {
    noteId,
    callId,
    authorId: agentId,
    body: "rang back",
    revision: 1,
    createdAt: someInstant,
  });
  return noteId;
}

async function marks() {
  const [row] = await db
    .select({ hasNotes: calls.hasNotes, isDeleted: calls.isDeleted })
    .from(calls)
    .where(eq(calls.callId, callId));
  return row;
}

function deletion() {
  return { deletedAt: someInstant, deletedBy: agentId };
}

test("a call is marked as long as one note of it is kept", async () => {
  expect(await marks()).toEqual({ hasNotes: false, isDeleted: false });
  const [first, second] = [await writeNote(), await writeNote()];
  await setNoteDeleted(db, first, deletion());
  expect(await marks()).toEqual({ hasNotes: true, isDeleted: false });
  await setNoteDeleted(db, second, deletion());
  expect(await marks()).toEqual({ hasNotes: false, isDeleted: false });
  await setNoteDeleted(db, second, { deletedAt: null, deletedBy: null });
  expect(await marks()).toEqual({ hasNotes: true, isDeleted: false });
});

test("a deleted call record is marked until it is restored", async () => {
  await addCallDeletion(db, { callId, deletedAt: someInstant, deletedBy: agentId, reason: "twice" });
  expect(await marks()).toEqual({ hasNotes: false, isDeleted: true });
  await removeCallDeletion(db, callId);
  expect(await marks()).toEqual({ hasNotes: false, isDeleted: false });
});

test("a call whose rows are folded anew keeps its marks", async () => {
  await writeNote();
  await addCallDeletion(db, { callId, deletedAt: someInstant, deletedBy: agentId, reason: "twice" });
  await db.execute(sql`update call set transfer_count = 7 where call_id = ${callId}`);
  await rebuildCalls(db);
  expect(await marks()).toEqual({ hasNotes: true, isDeleted: true });
});

test("of two who change a call's notes at once, the second counts with what the first one wrote", async () => {
  const old = await writeNote();
  const other = connect(url, { max: 1 });
  try {
    let removing: Promise<void> | undefined;
    await db.transaction(async (tx) => {
      await writeNote(tx);
      removing = setNoteDeleted(other.db, old, deletion());
      await vi.waitFor(async () => expect(await someoneWaits()).toBe(true), { timeout: 30_000 });
    });
    await removing;
    expect(await marks()).toEqual({ hasNotes: true, isDeleted: false });
  } finally {
    await other.close();
  }
});

async function someoneWaits(): Promise<boolean> {
  const [waiting] = await db.execute(
    sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting !== undefined;
}

test("a note knows who had a part in its call, those who come later as well", async () => {
  const noteId = await writeNote();
  const knownOf = async () =>
    await db.select({ agentIds: notes.agentIds }).from(notes).where(eq(notes.noteId, noteId));
  expect(await knownOf()).toEqual([{ agentIds: [agentId] }]);
  const { userId: laterId } = await createUser(db);
  await db.transaction(async (tx) => {
    await tx
      .update(calls)
      .set({ agentIds: [agentId, laterId] })
      .where(eq(calls.callId, callId));
    await markCalls(tx, [callId]);
  });
  expect(await knownOf()).toEqual([{ agentIds: [agentId, laterId] }]);
});
