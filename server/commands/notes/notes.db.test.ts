import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import { deleteCall } from "@/server/commands/calls/delete-call";
import { deleteNote } from "@/server/commands/notes/delete-note";
import { editNote } from "@/server/commands/notes/edit-note";
import { keepDraft } from "@/server/commands/notes/keep-draft";
import { markMentionsRead } from "@/server/commands/notes/mark-mentions-read";
import { pinNote } from "@/server/commands/notes/pin-note";
import { restoreNote } from "@/server/commands/notes/restore-note";
import { writeNote } from "@/server/commands/notes/write-note";
import type { CallId, NoteId } from "@/server/domain/identifiers";
import { mentionToken } from "@/server/domain/notes/mention";
import { noteLengthMax } from "@/server/domain/notes/note-body";
import { callScopeOf, type Viewer } from "@/server/domain/people/viewer";
import type { Outcome } from "@/server/domain/refusal";
import { findDraft } from "@/server/store/notes/drafts";
import { countUnreadMentions, findMentions } from "@/server/store/notes/mentions";
import { findNotesOfCall, findRevisions } from "@/server/store/notes/notes";
import { findColleagues } from "@/server/store/notes/readers";
import { createUser, createViewer, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const as = (actor: Viewer, at = someInstant) => ({ db, actor, now: () => at });

async function ownCall() {
  const agent = await createViewer(db, "agent");
  return { agent, callId: await createCall(db, { agentId: agent.userId }) };
}

function granted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

async function noteBy(actor: Viewer, callId: CallId, body = "Will call back on Monday."): Promise<NoteId> {
  return granted(await writeNote(as(actor), { callId, body })).noteId;
}

const inboxOf = (viewer: Viewer) => ({ userId: viewer.userId, scope: callScopeOf(viewer) });
const firstPage = { unreadOnly: false, after: null, limit: 50 };

describe("writing", () => {
  test("a note stands under its call with its author and instant", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId, "  Ordered twice.\n");
    expect(await findNotesOfCall(db, callId)).toEqual([
      {
        noteId,
        authorId: agent.userId,
        author: agent.name,
        body: "Ordered twice.",
        revision: 1,
        writtenAt: someInstant,
        editedAt: null,
        pinnedAt: null,
      },
    ]);
  });

  test.each([
    ["note_empty", " \n "],
    ["note_too_long", "x".repeat(noteLengthMax + 1)],
    ["note_has_card_number", "pays with 4111 1111 1111 1111"],
  ])("is refused as %s, and nothing is kept", async (reason, body) => {
    const { agent, callId } = await ownCall();
    expect(await writeNote(as(agent), { callId, body })).toMatchObject({ ok: false, reason });
    expect(await findNotesOfCall(db, callId)).toEqual([]);
  });

  test("on a call out of sight looks as if there were no such call", async () => {
    const { callId } = await ownCall();
    const stranger = await createViewer(db, "agent");
    expect(await writeNote(as(stranger), { callId, body: "x" })).toMatchObject({ reason: "call_not_found" });
  });

  test("on a customer's earlier call is open to the agent who has the customer on the line", async () => {
    const { callId } = await ownCall();
    const handling = await createViewer(db, "agent");
    await createCall(db, { agentId: handling.userId, ongoing: true });
    expect(await writeNote(as(handling), { callId, body: "Called again." })).toMatchObject({ ok: true });
  });

  test("on a deleted call is refused", async () => {
    const { callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    await deleteCall(as(supervisor), { callId, reason: "test" });
    expect(await writeNote(as(supervisor), { callId, body: "x" })).toMatchObject({
      reason: "call_is_deleted",
    });
  });
});

describe("editing", () => {
  test("keeps what the note said, with when it was said", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId, "first");
    await editNote(as(agent, someInstant + 1000), { noteId, revision: 1, body: "second" });
    await editNote(as(agent, someInstant + 2000), { noteId, revision: 2, body: "third" });
    expect(await findNotesOfCall(db, callId)).toMatchObject([
      { body: "third", revision: 3, editedAt: someInstant + 2000 },
    ]);
    expect(await findRevisions(db, noteId)).toEqual([
      { revision: 2, body: "second", writtenAt: someInstant + 1000, author: agent.name },
      { revision: 1, body: "first", writtenAt: someInstant, author: agent.name },
    ]);
  });

  test("from a revision that is no longer the last is refused with what the note says now", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId, "first");
    const edits = await Promise.all([
      editNote(as(agent), { noteId, revision: 1, body: "left tab" }),
      editNote(as(agent), { noteId, revision: 1, body: "right tab" }),
    ]);
    const kept = (await findNotesOfCall(db, callId))[0]?.body;
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1);
    expect(edits.find(({ ok }) => !ok)).toMatchObject({
      reason: "note_changed",
      details: { revision: 2, body: kept },
    });
  });

  test("without a change makes no revision", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId, "same");
    expect(await editNote(as(agent), { noteId, revision: 1, body: " same " })).toMatchObject({
      value: { revision: 1 },
    });
    expect(await findRevisions(db, noteId)).toEqual([]);
  });

  test("is for the author alone", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId);
    const admin = await createViewer(db, "admin");
    expect(await editNote(as(admin), { noteId, revision: 1, body: "x" })).toMatchObject({
      reason: "note_not_yours",
    });
  });
});

describe("pinning and deleting", () => {
  test("pinned notes stand above younger ones", async () => {
    const { agent, callId } = await ownCall();
    const old = await noteBy(agent, callId, "old");
    await writeNote(as(agent, someInstant + 1000), { callId, body: "young" });
    await pinNote(as(agent), { noteId: old, pinned: true });
    expect((await findNotesOfCall(db, callId)).map(({ body }) => body)).toEqual(["old", "young"]);
    await pinNote(as(agent), { noteId: old, pinned: false });
    expect((await findNotesOfCall(db, callId)).map(({ body }) => body)).toEqual(["young", "old"]);
  });

  test("a deleted note is gone from its call, stands in the audit and can be put back by who deleted it", async () => {
    const { agent, callId } = await ownCall();
    const noteId = await noteBy(agent, callId);
    const supervisor = await createViewer(db, "supervisor");
    expect(await deleteNote(as(supervisor), { noteId })).toMatchObject({ ok: true });
    expect(await findNotesOfCall(db, callId)).toEqual([]);
    expect(await restoreNote(as(agent), { noteId })).toMatchObject({ reason: "undo_not_yours" });
    expect(await restoreNote(as(supervisor), { noteId })).toMatchObject({ ok: true });
    expect(await findNotesOfCall(db, callId)).toHaveLength(1);
    const audited = await db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, noteId))
      .orderBy(auditEntries.auditEntryId);
    expect(audited.map(({ action }) => action)).toEqual(["note.written", "note.deleted", "note.restored"]);
  });

  test("an agent cannot delete a colleague's note", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const noteId = await noteBy(supervisor, callId);
    expect(await deleteNote(as(agent), { noteId })).toMatchObject({ reason: "note_not_yours" });
  });
});

describe("mentions", () => {
  test("reach active people who may read the call, and the writer learns who was not told", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const stranger = await createViewer(db, "agent");
    const gone = await createViewer(db, "supervisor");
    await db.update(users).set({ deactivatedAt: someInstant }).where(eq(users.userId, gone.userId));
    const body = [supervisor, stranger, gone, agent]
      .map(({ name, userId }) => mentionToken(name, userId))
      .join(" ");
    const { untold } = granted(await writeNote(as(agent), { callId, body }));
    expect(untold.toSorted()).toEqual([stranger.name, gone.name].toSorted());
    expect(await countUnreadMentions(db, inboxOf(supervisor))).toBe(1);
    for (const viewer of [stranger, gone, agent]) {
      expect(await findMentions(db, inboxOf(viewer), firstPage)).toEqual([]);
    }
  });

  test("lead to the note and its call, stay unread until marked, and show the person's name of today", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const noteId = await noteBy(agent, callId, `Ask ${mentionToken("Old name", supervisor.userId)}`);
    await db.update(users).set({ name: "New name" }).where(eq(users.userId, supervisor.userId));
    expect(await findMentions(db, inboxOf(supervisor), firstPage)).toMatchObject([
      {
        noteId,
        callId,
        author: agent.name,
        readAt: null,
        body: `Ask ${mentionToken("New name", supervisor.userId)}`,
      },
    ]);
    await markMentionsRead(as(supervisor), { noteIds: [noteId] });
    expect(await countUnreadMentions(db, inboxOf(supervisor))).toBe(0);
    expect(await findMentions(db, inboxOf(supervisor), firstPage)).toMatchObject([{ readAt: someInstant }]);
  });

  test("disappear with their note, with their call, and when an edit takes them back unread", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const body = `For ${mentionToken("x", supervisor.userId)}`;
    const deleted = await noteBy(agent, callId, body);
    const edited = await noteBy(agent, callId, body);
    const kept = await noteBy(agent, callId, body);
    await deleteNote(as(agent), { noteId: deleted });
    await editNote(as(agent), { noteId: edited, revision: 1, body: "For nobody" });
    expect((await findMentions(db, inboxOf(supervisor), firstPage)).map(({ noteId }) => noteId)).toEqual([
      kept,
    ]);
    await deleteCall(as(agent), { callId, reason: "x" });
    expect(await countUnreadMentions(db, inboxOf(supervisor))).toBe(0);
  });

  test("are read page by page without a gap", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const body = mentionToken("x", supervisor.userId);
    const written: NoteId[] = [];
    for (const _ of [1, 2, 3]) written.push(await noteBy(agent, callId, body));
    const first = await findMentions(db, inboxOf(supervisor), { ...firstPage, limit: 2 });
    const after = first.at(-1) ?? null;
    const second = await findMentions(db, inboxOf(supervisor), { ...firstPage, after });
    expect([...first, ...second].map(({ noteId }) => noteId).toSorted()).toEqual(written.toSorted());
  });

  test("offer only colleagues who can be told, those whose name begins as typed first", async () => {
    const { agent, callId } = await ownCall();
    await createUser(db, { name: "Zoë 100% Quist", role: "manager" });
    await createUser(db, { name: "Quist, Ada", role: "supervisor" });
    await createUser(db, { name: "Quist without sign-in", role: "supervisor", email: null });
    await createUser(db, { name: "Quist elsewhere", role: "agent" });
    const search = (name: string) => findColleagues(db, { callId, name, except: agent.userId });
    expect((await search("quist")).map(({ name }) => name)).toEqual(["Quist, Ada", "Zoë 100% Quist"]);
    expect((await search("100%")).map(({ name }) => name)).toEqual(["Zoë 100% Quist"]);
    expect(await search("1_0")).toEqual([]);
  });
});

describe("drafts", () => {
  test("are one a person and call, outlive other drafts and go with the note they become", async () => {
    const { agent, callId } = await ownCall();
    const other = await createCall(db, { agentId: agent.userId });
    await keepDraft(as(agent), { callId, body: "half a sen" });
    await keepDraft(as(agent, someInstant + 1), { callId, body: "half a sentence" });
    await keepDraft(as(agent), { callId: other, body: "another" });
    expect(await findDraft(db, agent.userId, callId)).toEqual({
      body: "half a sentence",
      savedAt: someInstant + 1,
    });
    await noteBy(agent, callId, "half a sentence, finished");
    expect(await findDraft(db, agent.userId, callId)).toBeNull();
    expect(await findDraft(db, agent.userId, other)).toMatchObject({ body: "another" });
  });

  test("never hold a card number, and an emptied draft is none", async () => {
    const { agent, callId } = await ownCall();
    await keepDraft(as(agent), { callId, body: "card 4111111111111111" });
    expect(await findDraft(db, agent.userId, callId)).toMatchObject({ body: "card •••• 1111" });
    await keepDraft(as(agent), { callId, body: " " });
    expect(await findDraft(db, agent.userId, callId)).toBeNull();
  });
});
