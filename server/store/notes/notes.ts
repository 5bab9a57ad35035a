import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { noteRevisions, notes } from "@/drizzle/schema/notes";
import { users } from "@/drizzle/schema/users";
import type { CallId, NoteId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { mentionedIn, nameMentions } from "@/server/domain/notes/mentioned-people";

export interface NoteText {
  readonly body: string;
  readonly writtenAt: Instant;
  readonly author: string;
}

export interface Note extends NoteText {
  readonly noteId: NoteId;
  readonly authorId: UserId;
  readonly revision: number;
  readonly editedAt: Instant | null;
  readonly pinnedAt: Instant | null;
}

export interface NoteRevision extends NoteText {
  readonly revision: number;
}

export type StoredNote = typeof notes.$inferSelect;

/** The notes of a call: pinned ones first, then the youngest. The caller has checked who may read the call. */
export async function findNotesOfCall(db: Queryable, callId: CallId): Promise<Note[]> {
  const found = await db
    .select({
      noteId: notes.noteId,
      authorId: notes.authorId,
      author: users.name,
      body: notes.body,
      revision: notes.revision,
      writtenAt: notes.createdAt,
      editedAt: notes.editedAt,
      pinnedAt: notes.pinnedAt,
    })
    .from(notes)
    .innerJoin(users, eq(users.userId, notes.authorId))
    .where(and(eq(notes.callId, callId), isNull(notes.deletedAt)))
    .orderBy(sql`${notes.pinnedAt} is null`, desc(notes.createdAt), desc(notes.noteId));
  return await underCurrentNames(db, found);
}

/** What a note said before its edits, the latest first. */
export async function findRevisions(db: Queryable, noteId: NoteId): Promise<NoteRevision[]> {
  const found = await db
    .select({
      revision: noteRevisions.revision,
      body: noteRevisions.body,
      writtenAt: noteRevisions.writtenAt,
      author: users.name,
    })
    .from(noteRevisions)
    .innerJoin(users, eq(users.userId, noteRevisions.writtenBy))
    .where(eq(noteRevisions.noteId, noteId))
    .orderBy(desc(noteRevisions.revision));
  return await underCurrentNames(db, found);
}

/** The note as it stands, locked until the transaction ends. */
export async function lockNote(db: Queryable, noteId: NoteId): Promise<StoredNote | null> {
  const [note] = await db.select().from(notes).where(eq(notes.noteId, noteId)).for("update");
  return note ?? null;
}

/** The call that a note, deleted or not, belongs to. */
export async function findCallOfNote(db: Queryable, noteId: NoteId): Promise<CallId | null> {
  const [note] = await db.select({ callId: notes.callId }).from(notes).where(eq(notes.noteId, noteId));
  return note?.callId ?? null;
}

export async function addNote(db: Queryable, note: typeof notes.$inferInsert): Promise<void> {
  await db.insert(notes).values(note);
}

interface NoteEdit {
  readonly body: string;
  readonly at: Instant;
}

/** Keeps what the note says as a revision and lets it say something else. */
export async function replaceNoteBody(db: Queryable, note: StoredNote, edit: NoteEdit): Promise<void> {
  await db.insert(noteRevisions).values({
    noteId: note.noteId,
    revision: note.revision,
    body: note.body,
    writtenBy: note.authorId,
    writtenAt: note.editedAt ?? note.createdAt,
  });
  await db
    .update(notes)
    .set({ body: edit.body, revision: note.revision + 1, editedAt: edit.at })
    .where(eq(notes.noteId, note.noteId));
}

export async function setNotePinned(db: Queryable, noteId: NoteId, pinnedAt: Instant | null): Promise<void> {
  await db.update(notes).set({ pinnedAt }).where(eq(notes.noteId, noteId));
}

type Deletion = Pick<StoredNote, "deletedAt" | "deletedBy">;

export async function setNoteDeleted(db: Queryable, noteId: NoteId, deletion: Deletion): Promise<void> {
  await db.update(notes).set(deletion).where(eq(notes.noteId, noteId));
}

async function underCurrentNames<Text extends NoteText>(db: Queryable, texts: Text[]): Promise<Text[]> {
  const names = await findNames(
    db,
    texts.flatMap(({ body }) => mentionedIn(body)),
  );
  return texts.map((text) => ({ ...text, body: nameMentions(text.body, names) }));
}

/** The names of those of `userIds` whom we know. */
export async function findNames(db: Queryable, userIds: readonly UserId[]): Promise<Map<UserId, string>> {
  if (userIds.length === 0) return new Map();
  const found = await db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(inArray(users.userId, [...new Set(userIds)]))
    .orderBy(asc(users.userId));
  return new Map(found.map(({ userId, name }) => [userId, name]));
}
