import { z } from "zod";
import { defineCommand, type Frame } from "@/server/commands/command";
import { hashPassword, isPassword } from "@/server/commands/people/password-hash";
import type { Person } from "@/server/commands/people/person-for-change";
import { UserId } from "@/server/domain/identifiers";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";
import type { Actor } from "@/server/domain/people/viewer";
import { done } from "@/server/domain/refusal";
import { insertUser, lockUserWithEmail, updateUser } from "@/server/store/users";

const names: Record<Role, string> = {
  agent: "Chen Yu",
  supervisor: "Liu Fang",
  manager: "Maria Weber",
  admin: "Sam Okafor",
};

/** Makes the demo accounts, or gives those that are there their password and role back. */
export const openDemoAccounts = defineCommand({
  needs: "people:manage",
  input: z.strictObject({}),
  async run(frame: Frame<Actor>) {
    for (const account of demoAccounts) {
      const there = await lockUserWithEmail(frame.tx, account.email);
      if (there === undefined) await add(frame, account);
      else if (!(await isOpen(there, account))) await reopen(frame, there, account);
    }
    return done(null);
  },
});

type Account = (typeof demoAccounts)[number];

async function add({ tx, at, newId, audit }: Frame<Actor>, { role, email }: Account): Promise<void> {
  const userId = UserId.parse(newId());
  const name = names[role];
  await insertUser(tx, { ...(await opened(role)), userId, name, email, createdAt: at });
  await audit({
    action: "person.added",
    subject: "person",
    subjectId: userId,
    details: { name, email, role },
  });
}

async function reopen({ tx, audit }: Frame<Actor>, { userId }: Person, { role }: Account): Promise<void> {
  await updateUser(tx, userId, await opened(role));
  await audit({
    action: "person.demoAccountOpened",
    subject: "person",
    subjectId: userId,
    details: { role },
  });
}

async function isOpen(person: Person, { role }: Account): Promise<boolean> {
  if (person.role !== role || person.deactivatedAt !== null || person.mustChangePassword) return false;
  return await isPassword(demoPassword, person.passwordHash);
}

async function opened(role: Role) {
  return {
    role,
    passwordHash: await hashPassword(demoPassword),
    mustChangePassword: false,
    passwordExpiresAt: null,
    deactivatedAt: null,
  };
}
