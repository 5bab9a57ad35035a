import { randomUUID } from "node:crypto";
import { isPassword } from "@/server/commands/people/password-hash";
import type { SessionContext } from "@/server/commands/sessions/session-context";
import { SessionId, type UserId } from "@/server/domain/identifiers";
import { Email } from "@/server/domain/people/email";
import { isPasswordExpired } from "@/server/domain/people/given-password";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { addAuditEntry } from "@/server/store/audit";
import { insertSession } from "@/server/store/sessions";
import { admitSignIn, forgiveSignIn } from "@/server/store/sign-in-failures";
import { findSignIn } from "@/server/store/users";

const passwordLengthMax = 256;

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Where the attempt comes from, as an IP address. */
  readonly address: string;
}

/**
 * Whose e-mail and password these are. An unknown e-mail, a wrong password and a deactivated person
 * are refused in the same words after the same time; too many failures, with the minutes to wait. That a
 * handed-over password has expired is told only to who knows it.
 */
export async function checkPassword(ctx: SessionContext, credentials: Credentials): Promise<Outcome<UserId>> {
  const email = Email.catch(credentials.email).parse(credentials.email);
  const source = { email, address: credentials.address };
  const waitMs = await admitSignIn(ctx.db, source);
  if (waitMs > 0) return refuse("sign_in_limited", { minutes: Math.ceil(waitMs / 60_000) });

  const person = await findSignIn(ctx.db, email);
  const password = credentials.password.slice(0, passwordLengthMax);
  const matches = await isPassword(password, person?.passwordHash ?? null);
  if (!person || !matches || person.deactivatedAt !== null) {
    if (person) await note(ctx, "sign_in.failed", person.userId);
    return refuse("wrong_credentials");
  }
  if (isPasswordExpired(person.passwordExpiresAt, ctx.now())) {
    await note(ctx, "sign_in.failed", person.userId);
    return refuse("password_expired");
  }
  await forgiveSignIn(ctx.db, source);
  return done(person.userId);
}

/** Whose account an identity provider's verified e-mail belongs to. Nobody is created by signing in. */
export async function findBySingleSignOn(
  ctx: SessionContext,
  verifiedEmail: string | null,
): Promise<Outcome<UserId>> {
  const email = Email.safeParse(verifiedEmail);
  if (!email.success) return refuse("single_sign_on_unknown");
  const person = await findSignIn(ctx.db, email.data);
  if (!person) return refuse("single_sign_on_unknown");
  if (person.deactivatedAt === null) return done(person.userId);
  await note(ctx, "sign_in.failed", person.userId);
  return refuse("single_sign_on_unknown");
}

/** Opens a session under an id never used before, for somebody who typed their password. */
export function openSession(
  ctx: SessionContext,
  userId: UserId,
  userAgent: string | null,
): Promise<SessionId> {
  return open(ctx, { userId, userAgent, isSingleSignOn: false });
}

/** The same for somebody an identity provider vouches for: whether a password of theirs is due to change matters not. */
export function openSingleSignOnSession(
  ctx: SessionContext,
  userId: UserId,
  userAgent: string | null,
): Promise<SessionId> {
  return open(ctx, { userId, userAgent, isSingleSignOn: true });
}

interface Opening {
  readonly userId: UserId;
  readonly userAgent: string | null;
  readonly isSingleSignOn: boolean;
}

async function open(ctx: SessionContext, { userId, userAgent, isSingleSignOn }: Opening): Promise<SessionId> {
  const sessionId = SessionId.parse(randomUUID());
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await insertSession(tx, {
      sessionId,
      userId,
      at,
      isSingleSignOn,
      userAgent: userAgent?.slice(0, 512) ?? null,
    });
    await addAuditEntry(tx, {
      at,
      actorId: userId,
      action: "session.opened",
      subject: "person",
      subjectId: userId,
    });
  });
  return sessionId;
}

async function note(ctx: SessionContext, action: string, userId: UserId): Promise<void> {
  await addAuditEntry(ctx.db, { at: ctx.now(), actorId: null, action, subject: "person", subjectId: userId });
}
