import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls, legs } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import type { CallSort } from "@/server/domain/calls/call-filter";
import { CallId, type UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";
import {
  callConditions,
  hasNameWith,
  isKeptWith,
  type ReadCallFilter,
} from "@/server/store/calls/call-conditions";
import {
  after,
  backwards,
  type CallCursor,
  following,
  holds,
  orderBy,
  orderGathered,
  type Stretch,
  stretches,
} from "@/server/store/calls/call-order";
import {
  FEW_MAX,
  nameWanted,
  noteWanted,
  quantityNoted,
  withoutName,
  withoutNote,
} from "@/server/store/calls/few-calls";
import type { ListReader } from "@/server/store/calls/list-reader";
import { handlesNobody } from "@/server/store/calls/scope";

export interface CallListRequest {
  readonly scope: CallScope;
  readonly filter: ReadCallFilter;
  readonly sort: CallSort;
  readonly limit: number;
  /** The row after which, or before which, the page lies; without one it is the first. */
  readonly after?: CallCursor | undefined;
  readonly before?: CallCursor | undefined;
}

/** What of a list follows the request's cursor: the rest of one stretch, and the stretches after it. */
interface Following {
  readonly stretches: readonly Stretch[];
  readonly cursor: CallCursor | undefined;
}

interface ReadList extends Following, ListReader {
  readonly db: Queryable;
  readonly request: CallListRequest;
}

/** The ids of a page's calls, read as suits the filter: gathered and sorted, or met in a walk through the list. */
export async function readPage(
  db: Queryable,
  request: CallListRequest,
  reader: ListReader,
): Promise<CallId[]> {
  const ids = await readFollowing({ db, request, ...reader, ...followingOf(request) });
  return request.before ? ids.reverse() : ids;
}

function followingOf({ sort, before, after: behind }: CallListRequest): Following {
  const cursor = before ?? behind;
  const list = before ? backwards(stretches(sort)) : stretches(sort);
  const begin = cursor ? list.findIndex((stretch) => holds(stretch, cursor)) : 0;
  return { stretches: list.slice(begin), cursor };
}

async function readFollowing(list: ReadList): Promise<CallId[]> {
  const { db, request, handled, own } = list;
  const { scope, filter } = request;
  if (filter.callIds !== undefined || own !== "many" || isSoonGathered(request))
    return await gather(list, filter);
  const note = noteWanted(filter);
  if (scope.kind === "agent" && note !== undefined && handlesNobody(handled))
    return await gather(list, withoutNote(filter), isNotedCallOf(scope.userId, note));
  const noted = await quantityNoted(db, filter);
  if (noted !== "many") return noted === "none" ? [] : await gather(list, filter);
  // An agent's calls of a name are found by both together, whether it is common or rare.
  const name = scope.kind === "agent" ? undefined : nameWanted(filter);
  const named = name === undefined ? undefined : await gatherNamed(name, list);
  return named ?? (await walk(list));
}

/**
 * One agent's calls that an index finds by something else as well: never more than one agent takes. By start
 * they are soon met in a walk, too.
 */
function isSoonGathered({ scope, filter, sort }: CallListRequest): boolean {
  if (sort.by === "start") return false;
  const { agentIds, skillGroupIds, outcomes } = filter;
  if (scope.kind === "agent" && nameWanted(filter) !== undefined) return true;
  if (scope.kind === "agent" && outcomes?.includes("answered") === false) return true;
  return agentIds?.length === 1 && skillGroupIds !== undefined;
}

/** Sorts all calls that meet the filter and whatever else is known of them. */
async function gather(
  { db, request, handled, stretches: list, cursor }: ReadList,
  filter: ReadCallFilter,
  known?: SQL,
): Promise<CallId[]> {
  const { scope, limit } = request;
  const rows = await db
    .select({ callId: calls.callId })
    .from(calls)
    .where(and(known, callConditions(scope, filter, handled), following(list, cursor)))
    .orderBy(orderGathered(list))
    .limit(limit);
  return rows.map((row) => row.callId);
}

/** Two lists of ids, each out of an index alone: both are long, and what they share is not. */
function isNotedCallOf(userId: UserId, note: string): SQL {
  const own = sql`select ${legs.callId} from ${legs} where ${eq(legs.agentId, userId)}`;
  const noted = sql`select ${notes.callId} from ${notes} where ${isKeptWith(note)} and ${notes.callId} in (${own})`;
  return sql`${calls.callId} = any (array(${noted}))`;
}

/** Stretch by stretch, since a page seldom reaches beyond the first. */
async function walk({ db, request, handled, stretches: list, cursor }: ReadList): Promise<CallId[]> {
  const { scope, filter } = request;
  const ids: CallId[] = [];
  for (const [index, stretch] of list.entries()) {
    const limit = request.limit - ids.length;
    if (limit <= 0) break;
    const beyond = index === 0 && cursor ? after(stretch, cursor) : undefined;
    const rows = await db
      .select({ callId: calls.callId })
      .from(calls)
      .where(and(callConditions(scope, filter, handled), stretch.where, beyond))
      .orderBy(orderBy(stretch))
      .limit(limit);
    ids.push(...rows.map((row) => row.callId));
  }
  return ids;
}

/**
 * Finds all calls of a name, and the page among them; undefined where they are too many. To count them first
 * would take as long again.
 */
async function gatherNamed(
  name: string,
  { db, request: { scope, filter, limit }, handled, stretches: list, cursor }: ReadList,
): Promise<CallId[] | undefined> {
  const conditions = and(
    sql`named.count <= ${FEW_MAX}`,
    callConditions(scope, withoutName(filter), handled),
    following(list, cursor),
  );
  const [found] = await db.execute<{ count: string; callIds: string[] }>(sql`
    with found as materialized (
      select * from ${calls} where ${hasNameWith(name)} limit ${FEW_MAX + 1}),
    named as (select count(*) as count from found)
    select count, array(
      select ${calls.callId} from found as ${calls} where ${conditions} order by ${orderGathered(list)} limit ${limit}) as "callIds"
    from named`);
  if (found === undefined || Number(found.count) > FEW_MAX) return undefined;
  return found.callIds.map((id) => CallId.parse(id));
}
