import { expect, test } from "vitest";
import { hashPassword } from "@/server/commands/people/password-hash";
import { changePassword } from "@/server/commands/profile/change-password";
import { changePreferences } from "@/server/commands/profile/change-preferences";
import { endOwnSession } from "@/server/commands/profile/end-own-session";
import { checkPassword, openSession } from "@/server/commands/sessions/sign-in";
import { UserId } from "@/server/domain/identifiers";
import { findLiveSession } from "@/server/store/sessions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const now = () => someInstant;
const current = "quiet river under snow";

async function somebody() {
  const { userId, name, email } = await createUser(db, { passwordHash: await hashPassword(current) });
  return {
    email: email ?? "",
    ctx: { db, now, actor: { userId: UserId.parse(userId), name, role: "agent" as const } },
  };
}

test("a new password ends every other session and opens the door from now on", async () => {
  const { ctx, email } = await somebody();
  const here = await openSession({ db, now }, ctx.actor.userId, null);
  const elsewhere = await openSession({ db, now }, ctx.actor.userId, null);
  const next = "another way to the sea";
  expect(await changePassword(ctx, { current, next, keep: here })).toMatchObject({
    value: { sessionsEnded: 1 },
  });
  expect(await findLiveSession(db, here, someInstant)).toBeDefined();
  expect(await findLiveSession(db, elsewhere, someInstant)).toBeUndefined();
  expect(await checkPassword({ db, now }, { email, password: next, address: "::1" })).toMatchObject({
    ok: true,
  });
  expect(await checkPassword({ db, now }, { email, password: current, address: "::1" })).toMatchObject({
    reason: "wrong_credentials",
  });
});

test("a password is not changed by somebody who does not know it", async () => {
  const { ctx } = await somebody();
  const outcome = await changePassword(ctx, { current: "a guess", next: "another way to the sea" });
  expect(outcome).toMatchObject({ reason: "wrong_password" });
});

test("a new password made of one's own e-mail is refused", async () => {
  const { ctx, email } = await somebody();
  expect(await changePassword(ctx, { current, next: `x ${email} x` })).toMatchObject({
    reason: "weak_password",
  });
});

test("one ends one's own sessions, never somebody else's", async () => {
  const [mine, theirs] = await Promise.all([somebody(), somebody()]);
  const sessionId = await openSession({ db, now }, theirs.ctx.actor.userId, null);
  expect(await endOwnSession(mine.ctx, { sessionId })).toMatchObject({ reason: "session_not_found" });
  expect(await findLiveSession(db, sessionId, someInstant)).toBeDefined();
  expect(await endOwnSession(theirs.ctx, { sessionId })).toMatchObject({ ok: true });
  expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
});

test("preferences travel with the session; what was not chosen stays as it was", async () => {
  const { ctx } = await somebody();
  const sessionId = await openSession({ db, now }, ctx.actor.userId, null);
  await changePreferences(ctx, { locale: "zh-CN", timeZone: "Asia/Shanghai" });
  await changePreferences(ctx, { theme: "dark" });
  expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    theme: "dark",
  });
  expect(await changePreferences(ctx, { timeZone: "Mars/Olympus" })).toMatchObject({
    reason: "invalid_input",
  });
});
