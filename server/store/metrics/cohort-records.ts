import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { legs } from "@/drizzle/schema/calls";
import type { CallSort } from "@/server/domain/calls/call-filter";
import { CallId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";
import type { CallScope } from "@/server/domain/people/viewer";
import { callConditions, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import { inCohort } from "@/server/store/metrics/cohort-conditions";
import { asksForCall, recordsFrom } from "@/server/store/metrics/record-conditions";
import { type CohortRow, describeRecords } from "@/server/store/metrics/record-rows";
import { SOURCES } from "@/server/store/metrics/record-source";

/** Names a record, and where it stands in lists: by the instant that places it in time. */
export const RecordCursor = z.strictObject({
  at: Instant,
  callId: CallId,
  ordinal: z.int().nonnegative(),
});
export type RecordCursor = z.infer<typeof RecordCursor>;

/** The records of a cohort that a viewer may see, in calls that a filter lets through. */
export interface CohortQuestion {
  readonly scope: CallScope;
  readonly cohort: Cohort;
  readonly filter: ReadCallFilter;
}

export interface CohortListRequest extends CohortQuestion {
  readonly order: CallSort["order"];
  readonly limit: number;
  /** The record after which, or before which, the page lies; without one it is the first. */
  readonly after?: RecordCursor | undefined;
  readonly before?: RecordCursor | undefined;
}

export interface CohortSize {
  readonly records: number;
  /** How many calls these belong to. */
  readonly calls: number;
}

/** How many records stand behind a figure: with nothing filtered and everything in sight, the figure itself. */
export async function countCohort(db: Queryable, question: CohortQuestion): Promise<CohortSize> {
  const { callId } = SOURCES[question.cohort.unit];
  const [size] = await db.execute<{ records: string; calls: string }>(sql`
    select count(*) as records, count(distinct ${callId}) as calls ${recordsOf(question)}`);
  return { records: Number(size?.records ?? 0), calls: Number(size?.calls ?? 0) };
}

/** A page of the list: one row for each record, in the list's order. */
export async function findCohortRows(db: Queryable, request: CohortListRequest): Promise<CohortRow[]> {
  const { cohort, order, limit, before } = request;
  const { anchor, callId, ordinal } = SOURCES[cohort.unit];
  const ascending = (order === "ascending") === (before === undefined);
  const direction = sql.raw(ascending ? "asc" : "desc");
  const cursor = before ?? request.after;
  const beyond =
    cursor &&
    sql`(${anchor}, ${callId}, ${ordinal})
    ${sql.raw(ascending ? ">" : "<")} (${sql.param(cursor.at, anchor)}, ${cursor.callId}::uuid, ${cursor.ordinal}::int)`;
  const found = await db.execute<{ at: string; call_id: string; ordinal: number }>(sql`
    select (extract(epoch from ${anchor}) * 1000)::bigint as at, ${callId}, ${ordinal} as ordinal
    ${recordsOf(request, beyond)}
    order by ${anchor} ${direction}, ${callId} ${direction}, ${ordinal} ${direction}
    limit ${limit}`);
  const page = found.map((row) => ({
    at: Number(row.at),
    callId: CallId.parse(row.call_id),
    ordinal: row.ordinal,
  }));
  return await describeRecords(db, cohort.unit, before ? page.reverse() : page);
}

/** Names a row of the list, so that a page can be read from there on. */
export function cursorOfRecord({ callId, record: { at, ordinal } }: CohortRow): RecordCursor {
  return { at, callId, ordinal };
}

function recordsOf({ scope, cohort, filter }: CohortQuestion, beyond?: SQL): SQL {
  const ofCall = callConditions(scope, filter);
  const withCall = ofCall !== undefined || asksForCall(cohort.unit, cohort.filter);
  return sql`from ${recordsFrom(cohort.unit, withCall)}
    where ${and(inCohort(cohort), ofCall, ownParts(cohort, scope), beyond)}`;
}

/** Agents see calls that they shared with others, but no other agent's part of them. */
function ownParts({ unit }: Cohort, scope: CallScope): SQL | undefined {
  const isOfAgent = unit === "offer" || unit === "leg";
  return scope.kind === "agent" && isOfAgent ? eq(legs.agentId, scope.userId) : undefined;
}
