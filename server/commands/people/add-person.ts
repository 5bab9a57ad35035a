import { defineCommand } from "@/server/commands/command";
import { givePassword } from "@/server/commands/people/give-password";
import { UserId } from "@/server/domain/identifiers";
import { NewPerson } from "@/server/domain/people/person";
import { done, refuse } from "@/server/domain/refusal";
import { insertUser, isEmailTaken } from "@/server/store/users";

/** Adds somebody who can sign in at once, with a password that is shown this one time and theirs to change. */
export const addPerson = defineCommand({
  needs: "people:manage",
  input: NewPerson,
  async run({ tx, at, newId, audit }, { name, email, role }) {
    if (await isEmailTaken(tx, email)) return refuse("email_taken", { email });
    const userId = UserId.parse(newId());
    const { password, columns } = await givePassword(at);
    await insertUser(tx, { userId, name, email, role, createdAt: at, ...columns });
    await audit({
      action: "person.added",
      subject: "person",
      subjectId: userId,
      details: { name, email, role },
    });
    return done({ userId, password });
  },
});
