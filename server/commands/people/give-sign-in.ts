import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { givePassword } from "@/server/commands/people/give-password";
import { personForChange } from "@/server/commands/people/person-for-change";
import { UserId } from "@/server/domain/identifiers";
import { Email } from "@/server/domain/people/email";
import { done, refuse } from "@/server/domain/refusal";
import { isEmailTaken, updateUser } from "@/server/store/users";

/** Turns a person known from imported records into one who can sign in, keeping their calls. */
export const giveSignIn = defineCommand({
  needs: "people:manage",
  input: z.object({ userId: UserId, email: Email }),
  async run({ tx, at, audit }, { userId, email }) {
    const found = await personForChange(tx, userId);
    if (!found.ok) return found;
    if (found.value.email !== null) return refuse("sign_in_given");
    if (await isEmailTaken(tx, email)) return refuse("email_taken", { email });
    const { password, columns } = await givePassword(at);
    await updateUser(tx, userId, { email, ...columns });
    await audit({ action: "person.givenSignIn", subject: "person", subjectId: userId, details: { email } });
    return done({ userId, password });
  },
});
