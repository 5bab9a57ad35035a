import { eq, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { CallId } from "@/server/domain/identifiers";
import { textArray } from "@/server/store/arrays";
import { orderGathered } from "@/server/store/calls/call-order";
import { listReader } from "@/server/store/calls/list-reader";
import { type CallListRequest, readingOrder, readPage } from "@/server/store/calls/read-page";

/** A page of the list, in the list's order. */
export async function findCalls(db: Queryable, request: CallListRequest): Promise<CallListRow[]> {
  const { filter, scope } = request;
  const reader = await listReader(db, scope);
  if (filter.text === undefined) return await listRows(db, await readPage(db, request, reader));
  // Names and notes each have an index; one condition over both would have none. The page is in one of the two pages.
  const inPlace = (textIn: "name" | "note") =>
    readPage(db, { ...request, filter: { ...filter, textIn } }, reader);
  const pages = await Promise.all([inPlace("name"), inPlace("note")]);
  return await firstRows(db, request, [...new Set(pages.flat())]);
}

export type CallListRow = Awaited<ReturnType<typeof selectRows>>[number];

/** What a list prints of each call, in the order of `ids`. */
export async function listRows(db: Queryable, ids: readonly CallId[]): Promise<CallListRow[]> {
  if (ids.length === 0) return [];
  return await selectRows(db, ids).orderBy(sql`listed.place`).prepare("listed_calls").execute();
}

/** The same of those that make up the page, of calls that all lie on the page's side of its cursor. */
async function firstRows(
  db: Queryable,
  request: CallListRequest,
  ids: readonly CallId[],
): Promise<CallListRow[]> {
  const order = orderGathered(readingOrder(request));
  const rows = await selectRows(db, ids).orderBy(order).limit(request.limit).prepare("first_calls").execute();
  return request.before ? rows.reverse() : rows;
}

/** To be prepared: planning it for every month takes several times as long as running it, and never differs. */
function selectRows(db: Queryable, ids: readonly CallId[]) {
  return (
    db
      .select({
        callId: calls.callId,
        direction: calls.direction,
        outcome: calls.outcome,
        startedAt: calls.startedAt,
        endedAt: calls.endedAt,
        customerNumber: calls.customerNumber,
        customerName: calls.customerName,
        country: calls.country,
        province: calls.province,
        city: calls.city,
        verification: calls.verification,
        keyTrack: calls.keyTrack,
        ivrMs: calls.ivrMs,
        waitMs: calls.waitedMs,
        talkMs: calls.talkedMs,
        holdMs: calls.holdMs,
        wrapUpMs: calls.wrapUpMs,
        handleMs: calls.handledMs,
        answeredAt: calls.answeredAt,
        visitCount: calls.visitCount,
        transferCount: calls.transferCount,
        skillGroupName: skillGroups.name,
        agentName: users.name,
        deletedAt: callDeletions.deletedAt,
        noteCount:
          sql<number>`(select count(*) from ${notes} where ${notes.callId} = ${calls.callId} and ${notes.deletedAt} is null)`.mapWith(
            Number,
          ),
      })
      // Joined to a list, because a condition over fifty ids takes the planner as long for each month as all of this.
      .from(sql`unnest(${textArray(ids)}::uuid[]) with ordinality as listed (call_id, place)`)
      .innerJoin(calls, sql`${calls.callId} = listed.call_id`)
      .leftJoin(skillGroups, eq(skillGroups.skillGroupId, calls.skillGroupId))
      .leftJoin(users, eq(users.userId, calls.agentId))
      .leftJoin(callDeletions, eq(callDeletions.callId, calls.callId))
  );
}
