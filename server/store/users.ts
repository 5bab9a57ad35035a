import { eq, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { users } from "@/drizzle/schema/users";

/** What a sign-in needs to know about whoever has this address. */
export async function findSignIn(db: Queryable, email: string) {
  const [person] = await db
    .select({
      userId: users.userId,
      passwordHash: users.passwordHash,
      deactivatedAt: users.deactivatedAt,
    })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  return person;
}
