import { and, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import type { CallSort } from "@/server/domain/calls/call-filter";
import { CallId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";
import { callConditions, hasNameWith, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import {
  after,
  type CallCursor,
  orderBy,
  orderFew,
  orderGathered,
  type Stretch,
} from "@/server/store/calls/call-order";
import { FEW_MAX, nameWanted, quantityLeft, withoutName } from "@/server/store/calls/few-calls";
import { type HandledCustomers, handledCustomers } from "@/server/store/calls/scope";

export interface CallListRequest {
  readonly scope: CallScope;
  readonly filter: ReadCallFilter;
  readonly sort: CallSort;
  readonly limit: number;
  /** The row after which, or before which, the page lies; without one it is the first. */
  readonly after?: CallCursor | undefined;
  readonly before?: CallCursor | undefined;
}

/** The part of a page that lies in one stretch of the list. */
interface StretchPart {
  readonly stretch: Stretch;
  readonly limit: number;
  readonly cursor: CallCursor | undefined;
}

export type StretchReader = (part: StretchPart) => Promise<CallId[]>;

/** Reads the list's stretches in the way that suits the filter: none at all, gathered and sorted, or walked. */
export async function stretchReader(db: Queryable, request: CallListRequest): Promise<StretchReader> {
  const { scope, filter } = request;
  if (filter.callIds !== undefined) return (part) => readIn(orderFew, { db, request }, part);
  const left = await quantityLeft(db, scope, filter);
  if (left === "none") return async () => [];
  const list = { db, request, handled: await handledCustomers(db, scope) };
  if (left === "few") return (part) => readIn(orderFew, list, part);
  const order = isSoonGathered(request) ? orderGathered : orderBy;
  // An agent's calls of a name are found by both together, whether it is common or rare.
  const name = scope.kind === "agent" ? undefined : nameWanted(filter);
  if (name === undefined) return (part) => readIn(order, list, part);
  let isCommon = false;
  return async (part) => {
    const gathered = isCommon ? undefined : await gatherNamed(name, list, part);
    isCommon = gathered === undefined;
    return gathered ?? (await readIn(order, list, part));
  };
}

/** One agent's calls that an index finds by something else as well: never more than one agent takes. */
function isSoonGathered({ scope, filter }: CallListRequest): boolean {
  const { agentIds, skillGroupIds, outcomes } = filter;
  if (scope.kind === "agent" && nameWanted(filter) !== undefined) return true;
  if (scope.kind === "agent" && outcomes?.includes("answered") === false) return true;
  return agentIds?.length === 1 && skillGroupIds !== undefined;
}

interface ReadList {
  readonly db: Queryable;
  readonly request: CallListRequest;
  readonly handled?: HandledCustomers | undefined;
}

async function readIn(
  order: (stretch: Stretch) => SQL,
  { db, request: { scope, filter }, handled }: ReadList,
  { stretch, limit, cursor }: StretchPart,
): Promise<CallId[]> {
  const rows = await db
    .select({ callId: calls.callId })
    .from(calls)
    .where(and(callConditions(scope, filter, handled), stretch.where, cursor && after(stretch, cursor)))
    .orderBy(order(stretch))
    .limit(limit);
  return rows.map((row) => row.callId);
}

/**
 * Finds all calls of a name, and the page among them; undefined where they are too many. To count them first
 * would take as long again.
 */
async function gatherNamed(
  name: string,
  { db, request: { scope, filter }, handled }: ReadList,
  { stretch, limit, cursor }: StretchPart,
): Promise<CallId[] | undefined> {
  const conditions = and(
    sql`named.count <= ${FEW_MAX}`,
    callConditions(scope, withoutName(filter), handled),
    stretch.where,
    cursor && after(stretch, cursor),
  );
  const [found] = await db.execute<{ count: string; callIds: string[] }>(sql`
    with found as materialized (
      select * from ${calls} where ${hasNameWith(name)} limit ${FEW_MAX + 1}),
    named as (select count(*) as count from found)
    select count, array(
      select ${calls.callId} from found as ${calls} where ${conditions} order by ${orderBy(stretch)} limit ${limit}) as "callIds"
    from named`);
  if (found === undefined || Number(found.count) > FEW_MAX) return undefined;
  return found.callIds.map((id) => CallId.parse(id));
}
