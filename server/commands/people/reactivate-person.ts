import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { personForChange } from "@/server/commands/people/person-for-change";
import { UserId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { updateUser } from "@/server/store/users";

/** Lets a deactivated person back in, under the role and the password they had. */
export const reactivatePerson = defineCommand({
  needs: "people:manage",
  input: z.object({ userId: UserId }),
  async run({ tx, audit }, { userId }) {
    const found = await personForChange(tx, userId);
    if (!found.ok) return found;
    if (found.value.deactivatedAt === null) return done({ userId });
    await updateUser(tx, userId, { deactivatedAt: null });
    await audit({ action: "person.reactivated", subject: "person", subjectId: userId });
    return done({ userId });
  },
});
