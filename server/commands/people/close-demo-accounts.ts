import { z } from "zod";
import { defineCommand, type Frame } from "@/server/commands/command";
import { demoAccounts } from "@/server/domain/people/demo-accounts";
import type { Actor } from "@/server/domain/people/viewer";
import { done } from "@/server/domain/refusal";
import { endSessions } from "@/server/store/sessions";
import { lockUserWithEmail, updateUser } from "@/server/store/users";

/** Outside of demo mode nobody signs in with a password that everybody can read in the source. */
export const closeDemoAccounts = defineCommand({
  needs: "people:manage",
  input: z.strictObject({}),
  async run({ tx, at, audit }: Frame<Actor>) {
    for (const { email } of demoAccounts) {
      const person = await lockUserWithEmail(tx, email);
      if (person === undefined) continue;
      const { userId, passwordHash } = person;
      const sessionsEnded = await endSessions(tx, { userId, at });
      if (passwordHash === null && sessionsEnded === 0) continue;
      await updateUser(tx, userId, {
        passwordHash: null,
        mustChangePassword: false,
        passwordExpiresAt: null,
      });
      await audit({
        action: "person.demoAccountClosed",
        subject: "person",
        subjectId: userId,
        details: { sessionsEnded },
      });
    }
    return done(null);
  },
});
