import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { hashPassword, isPassword } from "@/server/commands/people/password-hash";
import { personForChange } from "@/server/commands/people/person-for-change";
import { SessionId } from "@/server/domain/identifiers";
import { isPasswordExpired } from "@/server/domain/people/given-password";
import { checkNewPassword, passwordLengthMax } from "@/server/domain/people/password";
import { done, refuse } from "@/server/domain/refusal";
import { endSessions } from "@/server/store/sessions";
import { updateUser } from "@/server/store/users";

/**
 * Changes one's own password and ends every other session opened with the old one. The new one is another:
 * a password that somebody handed over does not become one's own by being typed again.
 */
export const changePassword = defineCommand({
  needs: "profile:edit",
  input: z.object({
    current: z.string().max(passwordLengthMax),
    next: z.string().max(2 * passwordLengthMax),
    /** The session in which it happens. */
    keep: SessionId.optional(),
  }),
  async run({ tx, actor, at, audit }, { current, next, keep }) {
    const found = await personForChange(tx, actor.userId);
    if (!found.ok) return found;
    const { name, email, passwordHash, passwordExpiresAt } = found.value;
    if (!(await isPassword(current, passwordHash))) return refuse("wrong_password");
    if (isPasswordExpired(passwordExpiresAt, at)) return refuse("password_expired");
    const password = checkNewPassword(next, [name, email ?? ""], current);
    if (!password.ok) return password;
    await updateUser(tx, actor.userId, {
      passwordHash: await hashPassword(password.value),
      mustChangePassword: false,
      passwordExpiresAt: null,
    });
    const sessionsEnded = await endSessions(tx, { userId: actor.userId, at, except: keep });
    const entry = { action: "profile.passwordChanged", subject: "person", subjectId: actor.userId };
    await audit({ ...entry, details: { sessionsEnded } });
    return done({ sessionsEnded });
  },
});
