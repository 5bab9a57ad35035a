import { defineCommand } from "@/server/commands/command";
import { keepAnAdmin, personForChange } from "@/server/commands/people/person-for-change";
import { PersonChange } from "@/server/domain/people/person";
import { done, refuse } from "@/server/domain/refusal";
import { isEmailTaken, updateUser } from "@/server/store/users";

/** Corrects a person's name, e-mail or role; a new role holds from their next request on. */
export const changePerson = defineCommand({
  needs: "people:manage",
  input: PersonChange,
  async run({ tx, actor, audit }, { userId, ...change }) {
    if (change.role !== "admin") {
      const kept = await keepAnAdmin(tx, userId);
      if (!kept.ok) return kept;
    }
    const found = await personForChange(tx, userId);
    if (!found.ok) return found;
    const { name, email, role, passwordHash } = found.value;
    if (userId === actor.userId && change.role !== role) return refuse("own_account");
    if (change.email === null && passwordHash !== null) return refuse("email_missing");
    if (change.email && (await isEmailTaken(tx, change.email, userId))) {
      return refuse("email_taken", { email: change.email });
    }
    await updateUser(tx, userId, change);
    const details = { before: { name, email, role }, after: change };
    await audit({ action: "person.changed", subject: "person", subjectId: userId, details });
    return done({ userId });
  },
});
