import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import { hashPassword } from "@/server/commands/people/password-hash";
import { checkPassword, findBySingleSignOn, openSession } from "@/server/commands/sessions/sign-in";
import { signOut } from "@/server/commands/sessions/sign-out";
import { sessionIdleMsMax, sessionMsMax } from "@/server/domain/people/session-limits";
import { findLiveSession, findSessionsOf, markSessionSeen } from "@/server/store/sessions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const ctx = { db, now: () => someInstant };
const password = "quiet river under snow";
const hourMs = 3_600_000;

async function somebody(overrides = {}) {
  const user = await createUser(db, { passwordHash: await hashPassword(password), ...overrides });
  return { ...user, email: user.email ?? "" };
}

/** Each test comes from an address of its own. */
let addresses = 0;
function anAddress(): string {
  addresses += 1;
  return `192.0.2.${addresses}`;
}

describe("a sign-in", () => {
  test("succeeds with the right password, however the e-mail is written", async () => {
    const { userId, email } = await somebody();
    const typed = { email: ` ${email.toUpperCase()}`, password, address: anAddress() };
    expect(await checkPassword(ctx, typed)).toEqual({ ok: true, value: userId });
  });

  test("is refused in the same words for a wrong password, an unknown e-mail, no password and a deactivated person", async () => {
    const known = await somebody();
    const deactivated = await somebody({ deactivatedAt: someInstant });
    const without = await somebody({ passwordHash: null });
    const attempts = [
      { email: known.email, password: "wrong" },
      { email: "nobody@hotline.test", password },
      { email: "not an address", password },
      { email: deactivated.email, password },
      { email: without.email, password },
    ];
    for (const attempt of attempts) {
      const outcome = await checkPassword(ctx, { ...attempt, address: anAddress() });
      expect(outcome).toEqual({ ok: false, code: "not_signed_in", reason: "wrong_credentials", details: {} });
    }
  });

  test("is refused after five failures, with the right password and from anywhere, and says how long to wait", async () => {
    const { email } = await somebody();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const outcome = await checkPassword(ctx, { email, password: "wrong", address: anAddress() });
      expect(outcome).toMatchObject({ reason: "wrong_credentials" });
    }
    const blocked = await checkPassword(ctx, { email, password, address: anAddress() });
    expect(blocked).toMatchObject({ reason: "sign_in_limited", details: { minutes: 15 } });
  });

  test("forgets failures once it succeeds", async () => {
    const { email } = await somebody();
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await checkPassword(ctx, { email, password: "wrong", address: anAddress() });
      }
      expect(await checkPassword(ctx, { email, password, address: anAddress() })).toMatchObject({ ok: true });
    }
  });

  test("does not slip past the limit when many come at once", async () => {
    const { email } = await somebody();
    const attempts = Array.from({ length: 20 }, () =>
      checkPassword(ctx, { email, password: "wrong", address: anAddress() }),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((one) => !one.ok && one.reason === "wrong_credentials")).toHaveLength(5);
  });

  test("is limited from one address too, whichever accounts it tries", async () => {
    const address = anAddress();
    const outcomes: boolean[] = [];
    for (let attempt = 0; attempt < 51; attempt += 1) {
      const outcome = await checkPassword(ctx, {
        email: `guess${attempt}@hotline.test`,
        password: "x",
        address,
      });
      outcomes.push(!outcome.ok && outcome.reason === "sign_in_limited");
    }
    expect(outcomes.indexOf(true)).toBe(50);
  });

  test("that fails is audited without what was typed", async () => {
    const { userId, email } = await somebody();
    await checkPassword(ctx, { email, password: "a guess nobody should read", address: anAddress() });
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, userId));
    expect(entries.map((entry) => entry.action)).toEqual(["sign_in.failed"]);
    expect(JSON.stringify(entries)).not.toContain("a guess");
  });
});

describe("single sign-on", () => {
  test("lets in whoever has the verified e-mail and is active", async () => {
    const { userId, email } = await somebody();
    expect(await findBySingleSignOn(ctx, email.toUpperCase())).toEqual({ ok: true, value: userId });
  });

  test.each([null, "", "nobody@hotline.test"])("creates nobody for %j", async (email) => {
    expect(await findBySingleSignOn(ctx, email)).toMatchObject({ reason: "single_sign_on_unknown" });
  });

  test("keeps the deactivated out", async () => {
    const { email } = await somebody({ deactivatedAt: someInstant });
    expect(await findBySingleSignOn(ctx, email)).toMatchObject({ reason: "single_sign_on_unknown" });
  });
});

describe("a session", () => {
  async function aSession() {
    const { userId } = await somebody();
    return { userId, sessionId: await openSession(ctx, userId, "Browser") };
  }

  test("gets an id never used before at each sign-in", async () => {
    const { userId, sessionId } = await aSession();
    expect(await openSession(ctx, userId, null)).not.toBe(sessionId);
    expect(await findSessionsOf(db, userId, someInstant)).toHaveLength(2);
  });

  test.each([
    // used every    ends after
    [hourMs, sessionMsMax],
    [sessionIdleMsMax + 1, sessionIdleMsMax],
  ])("used every %d ms counts for %d ms", async (every, endsAfter) => {
    const { sessionId } = await aSession();
    for (let at = someInstant + every; at < someInstant + endsAfter; at += every) {
      const session = await findLiveSession(db, sessionId, at);
      if (!session) throw new Error("the session ended too early");
      await markSessionSeen(db, session, at);
    }
    expect(await findLiveSession(db, sessionId, someInstant + endsAfter - 1)).toBeDefined();
    expect(await findLiveSession(db, sessionId, someInstant + endsAfter)).toBeUndefined();
  });

  test("ends on the server when its person signs out", async () => {
    const { sessionId } = await aSession();
    await signOut(ctx, sessionId);
    expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
  });

  test("of a person deactivated behind the product's back does not count either", async () => {
    const { userId, sessionId } = await aSession();
    await db.update(users).set({ deactivatedAt: someInstant }).where(eq(users.userId, userId));
    expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
  });
});
