import type { SessionContext } from "@/server/commands/sessions/session-context";
import type { SessionId } from "@/server/domain/identifiers";
import { addAuditEntry } from "@/server/store/audit";
import { endSession } from "@/server/store/sessions";

/** Ends the session on the server: its cookie, wherever it was copied to, counts no longer. */
export async function signOut(ctx: SessionContext, sessionId: SessionId): Promise<void> {
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const userId = await endSession(tx, sessionId, at);
    if (!userId) return;
    await addAuditEntry(tx, {
      at,
      actorId: userId,
      action: "session.ended",
      subject: "person",
      subjectId: userId,
    });
  });
}
