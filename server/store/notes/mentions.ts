import { and, count, desc, eq, inArray, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import { noteMentions, notes } from "@/drizzle/schema/notes";
import { users } from "@/drizzle/schema/users";
import type { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import type { CallId, NoteId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { mentionedIn, nameMentions } from "@/server/domain/notes/mentioned-people";
import type { CallScope } from "@/server/domain/people/viewer";
import { withinScope } from "@/server/store/calls/scope";
import { findNames } from "@/server/store/notes/notes";

export interface Mention {
  readonly noteId: NoteId;
  readonly callId: CallId;
  readonly body: string;
  readonly author: string;
  readonly mentionedAt: Instant;
  readonly readAt: Instant | null;
  readonly call: {
    readonly startedAt: Instant;
    readonly direction: CallDirection;
    readonly outcome: CallOutcome;
    readonly customerName: string | null;
    readonly customerNumber: string | null;
  };
}

/** Where the page before ended. */
export interface MentionCursor {
  readonly mentionedAt: Instant;
  readonly noteId: NoteId;
}

export interface Inbox {
  readonly userId: UserId;
  readonly scope: CallScope;
}

export interface MentionPage {
  readonly unreadOnly: boolean;
  readonly after: MentionCursor | null;
  readonly limit: number;
}

/** Tells `told` of a note, and takes it back from those whom the note no longer names and who have not read it. */
export async function setMentions(
  db: Queryable,
  noteId: NoteId,
  { told, at }: { told: readonly UserId[]; at: Instant },
): Promise<void> {
  const unread = and(eq(noteMentions.noteId, noteId), isNull(noteMentions.readAt));
  await db
    .delete(noteMentions)
    .where(told.length === 0 ? unread : and(unread, notInArray(noteMentions.userId, [...told])));
  if (told.length === 0) return;
  await db
    .insert(noteMentions)
    .values(told.map((userId) => ({ userId, noteId, mentionedAt: at })))
    .onConflictDoNothing();
}

/** The mentions of a person whose note and call they may still read. */
function inInbox({ userId, scope }: Inbox): SQL | undefined {
  return and(
    eq(noteMentions.userId, userId),
    isNull(notes.deletedAt),
    isNull(callDeletions.callId),
    withinScope(scope),
  );
}

export async function findMentions(db: Queryable, inbox: Inbox, page: MentionPage): Promise<Mention[]> {
  const { after } = page;
  const found = await db
    .select({
      noteId: notes.noteId,
      callId: notes.callId,
      body: notes.body,
      author: users.name,
      mentionedAt: noteMentions.mentionedAt,
      readAt: noteMentions.readAt,
      call: {
        startedAt: calls.startedAt,
        direction: calls.direction,
        outcome: calls.outcome,
        customerName: calls.customerName,
        customerNumber: calls.customerNumber,
      },
    })
    .from(noteMentions)
    .innerJoin(notes, eq(notes.noteId, noteMentions.noteId))
    .innerJoin(users, eq(users.userId, notes.authorId))
    .innerJoin(calls, eq(calls.callId, notes.callId))
    .leftJoin(callDeletions, eq(callDeletions.callId, notes.callId))
    .where(
      and(
        inInbox(inbox),
        page.unreadOnly ? isNull(noteMentions.readAt) : undefined,
        after
          ? sql`(${noteMentions.mentionedAt}, ${noteMentions.noteId}) < (${new Date(after.mentionedAt).toISOString()}::timestamptz, ${after.noteId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(noteMentions.mentionedAt), desc(noteMentions.noteId))
    .limit(page.limit);
  const names = await findNames(
    db,
    found.flatMap(({ body }) => mentionedIn(body)),
  );
  return found.map((mention) => ({ ...mention, body: nameMentions(mention.body, names) }));
}

export async function countUnreadMentions(db: Queryable, inbox: Inbox): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(noteMentions)
    .innerJoin(notes, eq(notes.noteId, noteMentions.noteId))
    .innerJoin(calls, eq(calls.callId, notes.callId))
    .leftJoin(callDeletions, eq(callDeletions.callId, notes.callId))
    .where(and(inInbox(inbox), isNull(noteMentions.readAt)));
  return row?.unread ?? 0;
}

/** Marks the person's mentions as read: those in `noteIds`, or all of them. */
export async function markMentionsRead(
  db: Queryable,
  userId: UserId,
  { noteIds, at }: { noteIds: readonly NoteId[] | "all"; at: Instant },
): Promise<number> {
  const marked = await db
    .update(noteMentions)
    .set({ readAt: at })
    .where(
      and(
        eq(noteMentions.userId, userId),
        isNull(noteMentions.readAt),
        noteIds === "all" ? undefined : inArray(noteMentions.noteId, [...noteIds]),
      ),
    )
    .returning({ noteId: noteMentions.noteId });
  return marked.length;
}
