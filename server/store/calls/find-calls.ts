import { eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { CallId } from "@/server/domain/identifiers";
import { systemCallScope } from "@/server/domain/people/viewer";
import { listReader } from "@/server/store/calls/list-reader";
import { type CallListRequest, readPage } from "@/server/store/calls/read-page";

/** A page of the list, in the list's order. */
export async function findCalls(db: Queryable, request: CallListRequest): Promise<CallListRow[]> {
  const ids = await findCallIds(db, request);
  return listRows(db, ids);
}

/** The ids of a page's calls. */
export async function findCallIds(db: Queryable, request: CallListRequest): Promise<CallId[]> {
  const { filter, scope } = request;
  const reader = await listReader(db, scope);
  if (filter.text === undefined) return await readPage(db, request, reader);
  // Names and notes each have an index; one condition over both would have none. The page is in one of the two pages.
  const inPlace = (textIn: "name" | "note") =>
    readPage(db, { ...request, filter: { ...filter, textIn } }, reader);
  const pages = await Promise.all([inPlace("name"), inPlace("note")]);
  const callIds = [...new Set(pages.flat())];
  // All within the scope already: to say so again would take as long to plan as to read.
  return await readPage(
    db,
    { ...request, scope: systemCallScope, filter: { callIds, deleted: "with" } },
    reader,
  );
}

export type CallListRow = Awaited<ReturnType<typeof selectRows>>[number];

/** What a list prints of each call, in the order of `ids`. */
export async function listRows(db: Queryable, ids: readonly CallId[]): Promise<CallListRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectRows(db, ids)).map((row) => [row.callId, row]));
  return ids.flatMap((callId) => rows.get(callId) ?? []);
}

function selectRows(db: Queryable, ids: readonly CallId[]) {
  return db
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
    .from(calls)
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, calls.skillGroupId))
    .leftJoin(users, eq(users.userId, calls.agentId))
    .leftJoin(callDeletions, eq(callDeletions.callId, calls.callId))
    .where(inArray(calls.callId, [...ids]));
}
