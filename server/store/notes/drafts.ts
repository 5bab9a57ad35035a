import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { noteDrafts } from "@/drizzle/schema/notes";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

export interface Draft {
  readonly body: string;
  readonly savedAt: Instant;
}

const draftOf = (userId: UserId, callId: CallId) =>
  and(eq(noteDrafts.userId, userId), eq(noteDrafts.callId, callId));

/** What the person was writing about the call, if anything. */
export async function findDraft(db: Queryable, userId: UserId, callId: CallId): Promise<Draft | null> {
  const [draft] = await db
    .select({ body: noteDrafts.body, savedAt: noteDrafts.savedAt })
    .from(noteDrafts)
    .where(draftOf(userId, callId));
  return draft ?? null;
}

export async function keepDraft(db: Queryable, draft: typeof noteDrafts.$inferInsert): Promise<void> {
  const { body, savedAt } = draft;
  await db
    .insert(noteDrafts)
    .values(draft)
    .onConflictDoUpdate({ target: [noteDrafts.userId, noteDrafts.callId], set: { body, savedAt } });
}

export async function dropDraft(db: Queryable, userId: UserId, callId: CallId): Promise<void> {
  await db.delete(noteDrafts).where(draftOf(userId, callId));
}
