import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/server/commands/people/password-hash";
import type { SessionContext } from "@/server/commands/sessions/session-context";
import { UserId } from "@/server/domain/identifiers";
import { Email } from "@/server/domain/people/email";
import { checkNewPassword } from "@/server/domain/people/password";
import { PersonName } from "@/server/domain/people/person";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { addAuditEntry } from "@/server/store/audit";
import { insertUser, isEmailTaken } from "@/server/store/users";

export const NewAdmin = z.object({ name: PersonName, email: Email, password: z.string() });

/**
 * Makes an admin on behalf of whoever runs the machine: at first there is nobody else who could.
 */
export async function createAdmin(
  { db, now }: SessionContext,
  { name, email, password }: z.output<typeof NewAdmin>,
): Promise<Outcome<UserId>> {
  const chosen = checkNewPassword(password, [name, email]);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(chosen.value);
  return await db.transaction(async (tx) => {
    if (await isEmailTaken(tx, email)) return refuse("email_taken", { email });
    const userId = UserId.parse(randomUUID());
    const at = now();
    await insertUser(tx, { userId, name, email, role: "admin", passwordHash, createdAt: at });
    const details = { name, email, role: "admin" };
    await addAuditEntry(tx, {
      at,
      actorId: null,
      action: "person.added",
      subject: "person",
      subjectId: userId,
      details,
    });
    return done(userId);
  });
}
