import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import type { CommandContext } from "@/server/commands/command";
import { addPerson } from "@/server/commands/people/add-person";
import { changePerson } from "@/server/commands/people/change-person";
import { createAdmin } from "@/server/commands/people/create-admin";
import { deactivatePerson } from "@/server/commands/people/deactivate-person";
import { endSessions } from "@/server/commands/people/end-sessions";
import { giveSignIn } from "@/server/commands/people/give-sign-in";
import { isPassword } from "@/server/commands/people/password-hash";
import { reactivatePerson } from "@/server/commands/people/reactivate-person";
import { resetPassword } from "@/server/commands/people/reset-password";
import { changePassword } from "@/server/commands/profile/change-password";
import { checkPassword, openSession, openSingleSignOnSession } from "@/server/commands/sessions/sign-in";
import { UserId } from "@/server/domain/identifiers";
import { givenPasswordExpiry } from "@/server/domain/people/given-password";
import { Role } from "@/server/domain/people/role";
import { findLiveSession } from "@/server/store/sessions";
import { createUser, createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const now = () => someInstant;

async function asAdmin(): Promise<CommandContext> {
  return { db, actor: await createViewer(db, "admin"), now };
}

async function rowOf(userId: string) {
  const [row] = await db
    .select()
    .from(users)
    .where(eq(users.userId, UserId.parse(userId)));
  return row;
}

async function auditOf(userId: string) {
  const entries = await db
    .select({ action: auditEntries.action, actorId: auditEntries.actorId, details: auditEntries.details })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, "person"), eq(auditEntries.subjectId, userId)))
    .orderBy(auditEntries.auditEntryId);
  return entries;
}

describe("adding somebody", () => {
  test("makes a person who can sign in with the password shown, which nobody else can read again", async () => {
    const ctx = await asAdmin();
    const added = await addPerson(ctx, { name: " Li Wen ", email: "Li.Wen@Example.com", role: "agent" });
    if (!added.ok) throw new Error(added.reason);
    const row = await rowOf(added.value.userId);
    expect(row).toMatchObject({ name: "Li Wen", email: "li.wen@example.com", role: "agent" });
    expect(await isPassword(added.value.password, row?.passwordHash ?? null)).toBe(true);
    const [entry] = await auditOf(added.value.userId);
    expect(entry).toMatchObject({ action: "person.added", actorId: ctx.actor.userId });
    expect(JSON.stringify(entry)).not.toContain(added.value.password);
  });

  test("is refused for an e-mail somebody has, however it is written", async () => {
    const { email } = await createUser(db);
    const again = { name: "Another", email: ` ${email?.toUpperCase()} `, role: "agent" as const };
    expect(await addPerson(await asAdmin(), again)).toMatchObject({ reason: "email_taken" });
  });
});

describe("changing somebody", () => {
  test("keeps what it was before in the audit", async () => {
    const { userId, name } = await createUser(db);
    const change = { userId, name: "New name", email: `${userId}@example.com`, role: "supervisor" as const };
    expect(await changePerson(await asAdmin(), change)).toMatchObject({ ok: true });
    expect(await rowOf(userId)).toMatchObject({ name: "New name", role: "supervisor" });
    const [entry] = await auditOf(userId);
    expect(entry?.details).toMatchObject({ before: { name, role: "agent" }, after: { role: "supervisor" } });
  });

  test("gives open sessions the new role at the next request", async () => {
    const { userId, name, email } = await createUser(db);
    const sessionId = await openSession({ db, now }, userId, null);
    await changePerson(await asAdmin(), { userId, name, email: email ?? null, role: "manager" });
    expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({ role: "manager" });
  });

  test("does not change one's own role", async () => {
    const ctx = await asAdmin();
    await asAdmin();
    const { userId, name } = ctx.actor;
    const change = { userId, name, email: "me@example.com", role: "agent" as const };
    expect(await changePerson(ctx, change)).toMatchObject({ reason: "own_account" });
  });

  test("does not take the e-mail from somebody who signs in with it", async () => {
    const { userId, name } = await createUser(db, { passwordHash: "hash" });
    const change = { userId, name, email: null, role: "agent" as const };
    expect(await changePerson(await asAdmin(), change)).toMatchObject({ reason: "email_missing" });
  });
});

describe("deactivating somebody", () => {
  test("ends all their sessions, and reactivating does not bring these back", async () => {
    const { userId } = await createUser(db);
    const sessionId = await openSession({ db, now }, userId, null);
    const ctx = await asAdmin();
    expect(await deactivatePerson(ctx, { userId })).toMatchObject({ ok: true });
    expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
    expect(await reactivatePerson(ctx, { userId })).toMatchObject({ ok: true });
    expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
    expect((await auditOf(userId)).map((entry) => entry.action)).toEqual([
      "session.opened",
      "person.deactivated",
      "person.reactivated",
    ]);
  });

  test("is refused for oneself", async () => {
    const ctx = await asAdmin();
    expect(await deactivatePerson(ctx, { userId: ctx.actor.userId })).toMatchObject({
      reason: "own_account",
    });
  });

  test("says when there is nobody of that id", async () => {
    const userId = UserId.parse(randomUUID());
    expect(await deactivatePerson(await asAdmin(), { userId })).toMatchObject({ reason: "person_not_found" });
  });
});

describe("the last active admin", () => {
  async function onlyAdmins(count: number) {
    await db.update(users).set({ deactivatedAt: someInstant }).where(eq(users.role, "admin"));
    return await Promise.all(Array.from({ length: count }, () => createViewer(db, "admin")));
  }

  test("stays: not deactivated, not demoted", async () => {
    const [admin] = await onlyAdmins(1);
    if (!admin) throw new Error("one was made");
    const { userId, name } = admin;
    // Somebody whose rights were taken a moment ago, in a request that had begun before.
    const ctx = { db, now, actor: { ...admin, userId: UserId.parse(randomUUID()) } };
    expect(await deactivatePerson(ctx, { userId })).toMatchObject({ reason: "last_admin" });
    const demotion = { userId, name, email: "last@example.com", role: "agent" as const };
    expect(await changePerson(ctx, demotion)).toMatchObject({ reason: "last_admin" });
  });

  test("stays even when two admins deactivate each other at the same moment", async () => {
    const [one, other] = await onlyAdmins(2);
    if (!(one && other)) throw new Error("two were made");
    const outcomes = await Promise.all([
      deactivatePerson({ db, now, actor: one }, { userId: other.userId }),
      deactivatePerson({ db, now, actor: other }, { userId: one.userId }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ reason: "last_admin" });
  });
});

describe("passwords given out", () => {
  async function somebodyGiven(how: "added" | "reset" | "sign-in given") {
    const ctx = await asAdmin();
    const email = `${randomUUID()}@example.com`;
    const person = await createUser(db, how === "reset" ? { passwordHash: "old" } : { email: null });
    const given = await {
      added: () => addPerson(ctx, { name: "Li Wen", email, role: "agent" as const }),
      reset: () => resetPassword(ctx, { userId: person.userId }),
      "sign-in given": () => giveSignIn(ctx, { userId: person.userId, email }),
    }[how]();
    if (!given.ok) throw new Error(given.reason);
    const row = await rowOf(given.value.userId);
    return {
      ...given.value,
      email: row?.email ?? "",
      actor: { ...person, ...given.value, role: "agent" as const },
    };
  }

  describe.each(["added", "reset", "sign-in given"] as const)("to a person %s", (how) => {
    test("open a session in which the password is due to change, until its owner has chosen another", async () => {
      const { userId, email, password, actor } = await somebodyGiven(how);
      const typed = { email, password, address: "::1" };
      expect(await checkPassword({ db, now }, typed)).toEqual({ ok: true, value: userId });
      const sessionId = await openSession({ db, now }, userId, null);
      expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({ mustChangePassword: true });

      const ctx = { db, now, actor };
      const again = { current: password, next: password };
      expect(await changePassword(ctx, again)).toMatchObject({ reason: "weak_password" });
      const change = { current: password, next: "quiet river under snow", keep: sessionId };
      expect(await changePassword(ctx, change)).toMatchObject({ ok: true });
      expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({ mustChangePassword: false });
      expect(await rowOf(userId)).toMatchObject({ passwordExpiresAt: null });
    });

    test("stop working after seven days, at the door and within an open session, and their owner is told", async () => {
      const { email, password, actor } = await somebodyGiven(how);
      const later = () => givenPasswordExpiry(someInstant);
      const typed = { email, password, address: "::1" };
      expect(await checkPassword({ db, now: later }, typed)).toMatchObject({ reason: "password_expired" });
      const guess = { ...typed, password: "a guess" };
      expect(await checkPassword({ db, now: later }, guess)).toMatchObject({ reason: "wrong_credentials" });
      const change = { current: password, next: "quiet river under snow" };
      expect(await changePassword({ db, now: later, actor }, change)).toMatchObject({
        reason: "password_expired",
      });
    });
  });

  test("do not stand in the way of somebody whom an identity provider vouches for", async () => {
    const { userId } = await somebodyGiven("added");
    const sessionId = await openSingleSignOnSession({ db, now }, userId, null);
    expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({ mustChangePassword: false });
  });

  test("replace the old one and end its sessions", async () => {
    const { userId } = await createUser(db, { passwordHash: "old" });
    const sessionId = await openSession({ db, now }, userId, null);
    const reset = await resetPassword(await asAdmin(), { userId });
    if (!reset.ok) throw new Error(reset.reason);
    expect(await isPassword(reset.value.password, (await rowOf(userId))?.passwordHash ?? null)).toBe(true);
    expect(await findLiveSession(db, sessionId, someInstant)).toBeUndefined();
  });

  test("need an e-mail to go with them", async () => {
    const { userId } = await createUser(db, { email: null });
    expect(await resetPassword(await asAdmin(), { userId })).toMatchObject({ reason: "email_missing" });
  });

  test("let in an agent known from records only, once", async () => {
    const { userId } = await createUser(db, { email: null });
    const given = await giveSignIn(await asAdmin(), { userId, email: "Agent.7@example.com" });
    if (!given.ok) throw new Error(given.reason);
    const row = await rowOf(userId);
    expect(row?.email).toBe("agent.7@example.com");
    expect(await isPassword(given.value.password, row?.passwordHash ?? null)).toBe(true);
    const again = await giveSignIn(await asAdmin(), { userId, email: "other@example.com" });
    expect(again).toMatchObject({ reason: "sign_in_given" });
  });
});

test("an admin ends one session of somebody and leaves the others", async () => {
  const { userId } = await createUser(db);
  const stolen = await openSession({ db, now }, userId, "somewhere else");
  const kept = await openSession({ db, now }, userId, "at the desk");
  const ctx = await asAdmin();
  expect(await endSessions(ctx, { userId, sessionId: stolen })).toMatchObject({ ok: true });
  expect(await findLiveSession(db, stolen, someInstant)).toBeUndefined();
  expect(await findLiveSession(db, kept, someInstant)).toMatchObject({ userId });
  expect(await endSessions(ctx, { userId, sessionId: stolen })).toMatchObject({
    reason: "session_not_found",
  });
});

test.each(Role.options.filter((role) => role !== "admin"))(
  "the commands themselves refuse %s, whoever calls them, before they look at the input",
  async (role) => {
    const ctx = { db, now, actor: await createViewer(db, role) };
    const nonsense = { userId: UserId.parse(randomUUID()), name: "", email: "", role: "agent" as const };
    const commands = [
      addPerson,
      changePerson,
      deactivatePerson,
      reactivatePerson,
      resetPassword,
      giveSignIn,
      endSessions,
    ];
    for (const command of commands) {
      expect(await command(ctx, nonsense)).toMatchObject({ reason: "missing_permission" });
    }
  },
);

describe("the first admin", () => {
  const sam = { name: "Sam Okafor", email: "sam@example.com", password: "quiet river under snow" };

  test("is made by the machine itself, signs in with the password typed, and is audited", async () => {
    const made = await createAdmin({ db, now }, sam);
    if (!made.ok) throw new Error(made.reason);
    const row = await rowOf(made.value);
    expect(row).toMatchObject({ role: "admin", email: sam.email });
    expect(await isPassword(sam.password, row?.passwordHash ?? null)).toBe(true);
    expect(await auditOf(made.value)).toMatchObject([{ action: "person.added", actorId: null }]);
  });

  test("does not get a weak password", async () => {
    const weak = { ...sam, email: "weak@example.com", password: "sam okafor 1234" };
    expect(await createAdmin({ db, now }, weak)).toMatchObject({ reason: "weak_password" });
  });
});
