import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { users } from "@/drizzle/schema/users";
import { closeDemoAccounts } from "@/server/commands/people/close-demo-accounts";
import { openDemoAccounts } from "@/server/commands/people/open-demo-accounts";
import { isPassword } from "@/server/commands/people/password-hash";
import { SessionId } from "@/server/domain/identifiers";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { system } from "@/server/domain/people/viewer";
import { findSessionsOf, insertSession } from "@/server/store/sessions";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const ctx = { db, actor: system, now: () => someInstant };

beforeEach(async () => {
  expect(await openDemoAccounts(ctx, {})).toMatchObject({ ok: true });
});

const accounts = () =>
  db
    .select()
    .from(users)
    .where(
      inArray(
        users.email,
        demoAccounts.map(({ email }) => email),
      ),
    );

async function account(role: string) {
  const found = (await accounts()).find(({ email }) => email === `${role}@hotline.test`);
  if (!found) throw new Error(`there is no account of a ${role}`);
  return found;
}

/** What the hotline itself did to a person, in order. */
async function actsOn(userId: string): Promise<string[]> {
  const entries = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, userId), isNull(auditEntries.actorId)))
    .orderBy(auditEntries.auditEntryId);
  return entries.map(({ action }) => action);
}

test("there is an account for each role, and opening them again does nothing", async () => {
  const before = await accounts();
  expect(before.map(({ role, email }) => ({ role, email }))).toEqual(
    expect.arrayContaining([...demoAccounts]),
  );
  expect(before).toHaveLength(demoAccounts.length);
  for (const { passwordHash } of before) expect(await isPassword(demoPassword, passwordHash)).toBe(true);
  await openDemoAccounts(ctx, {});
  expect(await accounts()).toEqual(before);
  const { userId } = await account("manager");
  expect(await actsOn(userId)).toEqual(["person.added"]);
});

test.each([
  ["has another role", { role: "agent" as const }],
  ["was deactivated", { deactivatedAt: someInstant }],
  ["has no password", { passwordHash: null }],
  [
    "has to change a password that was handed over",
    { mustChangePassword: true, passwordExpiresAt: someInstant },
  ],
])("an account that %s is opened again, which is audited", async (_, change) => {
  const { userId } = await account("supervisor");
  const before = await actsOn(userId);
  await db.update(users).set(change).where(eq(users.userId, userId));
  await openDemoAccounts(ctx, {});
  const { passwordHash, ...person } = await account("supervisor");
  expect(person).toMatchObject({
    role: "supervisor",
    deactivatedAt: null,
    mustChangePassword: false,
    passwordExpiresAt: null,
  });
  expect(await isPassword(demoPassword, passwordHash)).toBe(true);
  expect(await actsOn(userId)).toEqual([...before, "person.demoAccountOpened"]);
});

test("closed accounts have neither password nor session, which is audited once", async () => {
  const { userId } = await account("admin");
  await insertSession(db, {
    sessionId: SessionId.parse(randomUUID()),
    userId,
    at: someInstant,
    userAgent: null,
    isSingleSignOn: false,
  });
  const before = await actsOn(userId);
  for (const _ of ["once", "again"]) expect(await closeDemoAccounts(ctx, {})).toMatchObject({ ok: true });
  for (const { passwordHash } of await accounts()) expect(passwordHash).toBeNull();
  expect(await findSessionsOf(db, userId, someInstant)).toEqual([]);
  expect(await actsOn(userId)).toEqual([...before, "person.demoAccountClosed"]);
});

test("neither is for people who may not manage people", async () => {
  const asManager = { ...ctx, actor: await createViewer(db, "manager") };
  for (const settle of [openDemoAccounts, closeDemoAccounts]) {
    expect(await settle(asManager, {})).toMatchObject({ reason: "missing_permission" });
  }
});
