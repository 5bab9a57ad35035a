import { asc, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { legs } from "@/drizzle/schema/calls";
import { users } from "@/drizzle/schema/users";

/** Everybody to whom a call was ever offered. */
export function listAgents(db: Queryable) {
  return db
    .select({ userId: users.userId, name: users.name })
    .from(users)
    .where(sql`exists (select from ${legs} where ${legs.agentId} = ${users.userId})`)
    .orderBy(asc(users.name), asc(users.userId));
}
