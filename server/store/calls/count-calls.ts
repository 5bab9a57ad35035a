import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import type { CallScope } from "@/server/domain/people/viewer";
import { callConditions, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import { handledCustomers } from "@/server/store/calls/scope";

/** How many calls a list holds, exactly. */
export async function countCalls(db: Queryable, scope: CallScope, filter: ReadCallFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(calls)
    .where(callConditions(scope, filter, await handledCustomers(db, scope)));
  return row?.count ?? 0;
}

/** Whether there is any call at all to list, deleted ones included. */
export async function hasCalls(db: Queryable, scope: CallScope): Promise<boolean> {
  const rows = await db
    .select({ callId: calls.callId })
    .from(calls)
    .where(callConditions(scope, { deleted: "with" }))
    .limit(1);
  return rows.length > 0;
}
