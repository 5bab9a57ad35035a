import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { routingDecisions } from "@/drizzle/schema/rule-sets";
import type { CallId } from "@/server/domain/identifiers";
import { StoredDecision } from "@/server/domain/routing/stored-decision";

/** Every decision about a call so far, in the order in which they were made. */
interface RoutedCall {
  readonly callId: CallId;
  readonly decisions: readonly StoredDecision[];
}

const DECISIONS_AT_ONCE = 1000;

/** Keeps how calls were routed; what is kept already stays as it is. */
export async function addRoutingDecisions(db: Queryable, calls: readonly RoutedCall[]): Promise<void> {
  const rows = calls.flatMap(({ callId, decisions }) =>
    decisions.map((decision, sequence) => rowOf(decision, { callId, sequence })),
  );
  for (let from = 0; from < rows.length; from += DECISIONS_AT_ONCE) {
    await db
      .insert(routingDecisions)
      .values(rows.slice(from, from + DECISIONS_AT_ONCE))
      .onConflictDoNothing();
  }
}

function rowOf(
  { kind, ruleSetVersion, at, outcome, trace, ...facts }: StoredDecision,
  place: Pick<typeof routingDecisions.$inferInsert, "callId" | "sequence">,
): typeof routingDecisions.$inferInsert {
  return { ...place, kind, ruleSetVersion, at, facts, outcome, trace };
}

/**
 * Every decision about a call, in the order in which they were made. JSON comes back with its properties in
 * the order that the schema gives them.
 */
export async function findRoutingDecisions(db: Queryable, callId: CallId): Promise<StoredDecision[]> {
  const rows = await db
    .select()
    .from(routingDecisions)
    .where(eq(routingDecisions.callId, callId))
    .orderBy(asc(routingDecisions.sequence));
  return rows.map(({ kind, ruleSetVersion, at, facts, outcome, trace }) =>
    StoredDecision.parse({ kind, ruleSetVersion, at, ...Object(facts), outcome, trace }),
  );
}
