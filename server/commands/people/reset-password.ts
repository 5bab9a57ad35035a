import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { givePassword } from "@/server/commands/people/give-password";
import { personForChange } from "@/server/commands/people/person-for-change";
import { UserId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { endSessions } from "@/server/store/sessions";
import { updateUser } from "@/server/store/users";

/** Gives a person a new password, shown this one time, and ends the sessions opened with the old one. */
export const resetPassword = defineCommand({
  needs: "people:manage",
  input: z.object({ userId: UserId }),
  async run({ tx, actor, at, audit }, { userId }) {
    if (userId === actor.userId) return refuse("own_account");
    const found = await personForChange(tx, userId);
    if (!found.ok) return found;
    if (found.value.email === null) return refuse("email_missing");
    const { password, columns } = await givePassword(at);
    await updateUser(tx, userId, columns);
    const sessionsEnded = await endSessions(tx, { userId, at });
    await audit({
      action: "person.passwordReset",
      subject: "person",
      subjectId: userId,
      details: { sessionsEnded },
    });
    return done({ userId, password });
  },
});
