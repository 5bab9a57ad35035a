import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { routingDecisions } from "@/drizzle/schema/rule-sets";
import type { CallId } from "@/server/domain/identifiers";

type RoutingDecision = typeof routingDecisions.$inferInsert;

const DECISIONS_AT_ONCE = 1000;

/** Keeps how calls were routed; what is kept already stays as it is. */
export async function addRoutingDecisions(
  db: Queryable,
  decisions: readonly RoutingDecision[],
): Promise<void> {
  for (let from = 0; from < decisions.length; from += DECISIONS_AT_ONCE) {
    await db
      .insert(routingDecisions)
      .values(decisions.slice(from, from + DECISIONS_AT_ONCE))
      .onConflictDoNothing();
  }
}

/** Every decision about a call, in the order in which they were made. */
export function findRoutingDecisions(db: Queryable, callId: CallId) {
  return db
    .select()
    .from(routingDecisions)
    .where(eq(routingDecisions.callId, callId))
    .orderBy(asc(routingDecisions.sequence));
}
