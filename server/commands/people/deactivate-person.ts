import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { keepAnAdmin, personForChange } from "@/server/commands/people/person-for-change";
import { UserId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { endSessions } from "@/server/store/sessions";
import { updateUser } from "@/server/store/users";

/** Shuts a person out from their next request on; their calls and notes stay. */
export const deactivatePerson = defineCommand({
  needs: "people:manage",
  input: z.object({ userId: UserId }),
  async run({ tx, actor, at, audit }, { userId }) {
    if (userId === actor.userId) return refuse("own_account");
    const kept = await keepAnAdmin(tx, userId);
    if (!kept.ok) return kept;
    const found = await personForChange(tx, userId);
    if (!found.ok) return found;
    if (found.value.deactivatedAt !== null) return done({ userId });
    await updateUser(tx, userId, { deactivatedAt: at });
    const sessionsEnded = await endSessions(tx, { userId, at });
    await audit({
      action: "person.deactivated",
      subject: "person",
      subjectId: userId,
      details: { sessionsEnded },
    });
    return done({ userId });
  },
});
