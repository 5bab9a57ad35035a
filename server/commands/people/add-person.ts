import { randomUUID } from "node:crypto";
import { defineCommand } from "@/server/commands/command";
import { generatePassword } from "@/server/commands/people/generate-password";
import { hashPassword } from "@/server/commands/people/password-hash";
import { UserId } from "@/server/domain/identifiers";
import { NewPerson } from "@/server/domain/people/person";
import { done, refuse } from "@/server/domain/refusal";
import { insertUser, isEmailTaken } from "@/server/store/users";

/** Adds somebody who can sign in at once, with a password that is shown this one time. */
export const addPerson = defineCommand({
  needs: "people:manage",
  input: NewPerson,
  async run({ tx, at, audit }, { name, email, role }) {
    if (await isEmailTaken(tx, email)) return refuse("email_taken", { email });
    const userId = UserId.parse(randomUUID());
    const password = generatePassword();
    await insertUser(tx, {
      userId,
      name,
      email,
      role,
      passwordHash: await hashPassword(password),
      createdAt: at,
    });
    await audit({
      action: "person.added",
      subject: "person",
      subjectId: userId,
      details: { name, email, role },
    });
    return done({ userId, password });
  },
});
