import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/drizzle/database";
import { authSessions, users } from "@/drizzle/schema/users";
import { hashPassword } from "@/server/commands/people/password-hash";
import { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";

const names: Record<Role, string> = {
  agent: "Chen Yu",
  supervisor: "Liu Fang",
  manager: "Maria Weber",
  admin: "Sam Okafor",
};

const emails = demoAccounts.map((account) => account.email);

/** Makes the demo accounts, or gives those that are there their password and role back. */
export async function ensureDemoAccounts(db: Database, at: Instant): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await db.transaction(async (tx) => {
    for (const { role, email } of demoAccounts) {
      const opened = { role, passwordHash, deactivatedAt: null };
      const there = await tx
        .update(users)
        .set(opened)
        .where(eq(users.email, email))
        .returning({ userId: users.userId });
      if (there.length > 0) continue;
      const userId = UserId.parse(randomUUID());
      await tx.insert(users).values({ ...opened, userId, email, name: names[role], createdAt: at });
    }
  });
}

/** Outside of demo mode nobody signs in with a password that everybody can read in the source. */
export async function closeDemoAccounts(db: Database, at: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const closed = await tx
      .update(users)
      .set({ passwordHash: null })
      .where(inArray(users.email, emails))
      .returning({ userId: users.userId });
    const ids = closed.map((person) => person.userId);
    await tx.update(authSessions).set({ revokedAt: at }).where(inArray(authSessions.userId, ids));
  });
}
