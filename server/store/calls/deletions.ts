import { eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions } from "@/drizzle/schema/calls";
import type { CallId } from "@/server/domain/identifiers";

type CallDeletion = typeof callDeletions.$inferInsert;

/** Takes the call out of the lists. False when somebody else was faster. */
export async function addCallDeletion(db: Queryable, deletion: CallDeletion): Promise<boolean> {
  const added = await db.insert(callDeletions).values(deletion).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Puts the call back into the lists. False when somebody else was faster. */
export async function removeCallDeletion(db: Queryable, callId: CallId): Promise<boolean> {
  const removed = await db.delete(callDeletions).where(eq(callDeletions.callId, callId)).returning();
  return removed.length > 0;
}
