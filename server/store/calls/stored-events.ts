import { inArray } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callEvents } from "@/drizzle/schema/calls";
import { CallEvent } from "@/server/domain/calls/event";
import type { CallId } from "@/server/domain/identifiers";

/** The source ids that each of the calls already has. */
export async function findSourceIds(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<Map<CallId, Set<string>>> {
  const rows = await db
    .select({ callId: callEvents.callId, sourceId: callEvents.sourceId })
    .from(callEvents)
    .where(inArray(callEvents.callId, [...callIds]));
  const known = new Map<CallId, Set<string>>(callIds.map((callId) => [callId, new Set()]));
  for (const { callId, sourceId } of rows) known.get(callId)?.add(sourceId);
  return known;
}

/** All events of the calls, as they were recorded. */
export async function findEvents(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<Map<CallId, CallEvent[]>> {
  const rows = await db
    .select()
    .from(callEvents)
    .where(inArray(callEvents.callId, [...callIds]));
  const events = new Map<CallId, CallEvent[]>(callIds.map((callId) => [callId, []]));
  for (const row of rows) events.get(row.callId)?.push(eventOf(row));
  return events;
}

function eventOf({ type, at, sourceId, data, raw }: typeof callEvents.$inferSelect): CallEvent {
  return CallEvent.parse({ ...data, type, at, sourceId, ...(raw === null ? {} : { raw }) });
}
