import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callEvents } from "@/drizzle/schema/calls";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

type StoredEvent = Omit<typeof callEvents.$inferSelect, "callId">;

/** Where the page before ended. */
export interface EventCursor {
  readonly at: Instant;
  readonly sourceId: string;
}

/** A page of a call's events as they were stored, oldest first, each with the sender's own record. */
export async function findStoredEvents(
  db: Queryable,
  callId: CallId,
  { after, limit }: { after: EventCursor | null; limit: number },
): Promise<StoredEvent[]> {
  const { type, sourceId, at, data, raw } = callEvents;
  return await db
    .select({ type, sourceId, at, data, raw })
    .from(callEvents)
    .where(and(eq(callEvents.callId, callId), after ? isAfter(after) : undefined))
    .orderBy(asc(at), asc(sourceId))
    .limit(limit);
}

function isAfter({ at, sourceId }: EventCursor): SQL {
  return sql`(${callEvents.at}, ${callEvents.sourceId}) > (${new Date(at).toISOString()}::timestamptz, ${sourceId})`;
}
