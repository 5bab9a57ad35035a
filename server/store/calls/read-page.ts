import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import type { CallSort } from "@/server/domain/calls/call-filter";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { CallScope } from "@/server/domain/people/viewer";
import {
  callConditions,
  gatheredConditions,
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
import { nameWanted, noteWanted, quantityNoted, withoutNote } from "@/server/store/calls/few-calls";
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

function followingOf(request: CallListRequest): Following {
  const cursor = request.before ?? request.after;
  const list = readingOrder(request);
  const begin = cursor ? list.findIndex((stretch) => holds(stretch, cursor)) : 0;
  return { stretches: list.slice(begin), cursor };
}

/** The list from the request's cursor on: turned round where the page lies before it. */
export function readingOrder({ sort, before }: CallListRequest): Stretch[] {
  return before ? backwards(stretches(sort)) : stretches(sort);
}

async function readFollowing(list: ReadList): Promise<CallId[]> {
  const { db, request, handled, own } = list;
  const { scope, filter } = request;
  const note = noteWanted(filter);
  if (scope.kind === "agent" && handlesNobody(handled)) {
    if (own === "none") return [];
    if (note !== undefined) return await gather(list, withoutNote(filter), isNotedCallOf(scope.userId, note));
  }
  if (own !== "many" || isSoonGathered(request)) return await gather(list, filter);
  const noted = await quantityNoted(db, filter);
  if (noted !== "many") return noted === "none" ? [] : await gather(list, filter);
  return note === undefined
    ? await walk(list, filter)
    : await walk(list, withoutNote(filter), isMetWith(note));
}

/**
 * One agent's calls that an index finds by something else as well: never more than one agent takes. By start
 * they are soon met in a walk, too, but for those that nobody answered.
 */
function isSoonGathered({ scope, filter, sort }: CallListRequest): boolean {
  const { agentIds, skillGroupIds, outcomes } = filter;
  if (scope.kind === "agent" && outcomes?.includes("answered") === false) return true;
  if (sort.by === "start") return false;
  if (scope.kind === "agent" && nameWanted(filter) !== undefined) return true;
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
    .where(and(known, gatheredConditions(scope, filter, handled), following(list, cursor)))
    .orderBy(orderGathered(list))
    .limit(limit);
  return rows.map((row) => row.callId);
}

/** Notes know whose calls they are about: one index finds those that hold the words. */
function isNotedCallOf(userId: UserId, note: string): SQL {
  const own = sql`${notes.agentIds} && array[${userId}::uuid]`;
  return sql`${calls.callId} = any (array(select ${notes.callId} from ${notes} where ${and(isKeptWith(note), own)}))`;
}

/**
 * Asked of each call with notes that a walk meets. "offset" keeps the planner from gathering the notes instead: it
 * takes any beginning of a word to stand in one note of fifty.
 */
function isMetWith(note: string): SQL {
  return sql`${calls.hasNotes} and exists (
    select from ${notes} where ${and(eq(notes.callId, calls.callId), isKeptWith(note))} offset 0)`;
}

/** Stretch by stretch, since a page seldom reaches beyond the first. */
async function walk(
  { db, request, handled, stretches: list, cursor }: ReadList,
  filter: ReadCallFilter,
  known?: SQL,
): Promise<CallId[]> {
  const { scope } = request;
  const ids: CallId[] = [];
  for (const [index, stretch] of list.entries()) {
    const limit = request.limit - ids.length;
    if (limit <= 0) break;
    const beyond = index === 0 && cursor ? after(stretch, cursor) : undefined;
    const rows = await db
      .select({ callId: calls.callId })
      .from(calls)
      .where(and(known, callConditions(scope, filter, handled), stretch.where, beyond))
      .orderBy(orderBy(stretch))
      .limit(limit);
    ids.push(...rows.map((row) => row.callId));
  }
  return ids;
}
