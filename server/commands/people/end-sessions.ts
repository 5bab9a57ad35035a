import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { SessionId, UserId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { endSessions as endSessionsOf } from "@/server/store/sessions";

/** Signs a person out: of one session, or of all. */
export const endSessions = defineCommand({
  needs: "people:manage",
  input: z.object({ userId: UserId, sessionId: SessionId.optional() }),
  async run({ tx, at, audit }, { userId, sessionId }) {
    const sessionsEnded = await endSessionsOf(tx, { userId, at, only: sessionId });
    if (sessionsEnded === 0) return refuse("session_not_found");
    await audit({
      action: "person.signedOut",
      subject: "person",
      subjectId: userId,
      details: { sessionsEnded },
    });
    return done({ sessionsEnded });
  },
});
