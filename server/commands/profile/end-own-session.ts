import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SessionId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { endSessions } from "@/server/store/sessions";

/** Signs oneself out somewhere else. */
export const endOwnSession = defineCommand({
  needs: "profile:edit",
  input: z.object({ sessionId: SessionId }),
  async run({ tx, actor, at, audit }, { sessionId }) {
    const userId = actor.userId;
    const sessionsEnded = await endSessions(tx, { userId, at, only: sessionId });
    if (sessionsEnded === 0) return refuse("session_not_found");
    await audit({ action: "session.ended", subject: "person", subjectId: userId });
    return done(null);
  },
});
