import { and, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { calls } from "@/drizzle/schema/calls";
import type { CallSort } from "@/server/domain/calls/call-filter";
import { CallId } from "@/server/domain/identifiers";

/**
 * Where a page begins or ends: the last row's value of the sorted duration (null where it has none, or
 * where the list is sorted by start) and its id.
 */
export const CallCursor = z.strictObject({ value: z.int().nullable(), callId: CallId });
export type CallCursor = z.infer<typeof CallCursor>;

type Order = CallSort["order"];

/** One stretch of a sorted list. Rows without the sorted duration follow those that have it, newest first. */
export interface Stretch {
  readonly where: SQL | undefined;
  readonly column: AnyPgColumn | null;
  readonly order: Order;
}

const durations = { wait: calls.waitedMs, talk: calls.talkedMs, handle: calls.handledMs } as const;

/** The stretches of the list from its first row to its last; an id carries its call's start. */
export function stretches({ by, order }: CallSort): Stretch[] {
  if (by === "start") return [{ where: undefined, column: null, order }];
  const column = durations[by];
  return [
    { where: isNotNull(column), column, order },
    { where: isNull(column), column: null, order: "descending" },
  ];
}

/** Those stretches, turned round: to read a list from its end. */
export function backwards(list: readonly Stretch[]): Stretch[] {
  return list.toReversed().map((stretch) => ({ ...stretch, order: opposite(stretch.order) }));
}

function opposite(order: Order): Order {
  return order === "ascending" ? "descending" : "ascending";
}

/** Whether the row that `cursor` names stands in this stretch. */
export function holds(stretch: Stretch, cursor: CallCursor): boolean {
  return (stretch.column === null) === (cursor.value === null);
}

/** The rows of the stretch that come after the one that `cursor` names. */
export function after({ column, order }: Stretch, { value, callId }: CallCursor): SQL {
  const comes = sql.raw(order === "ascending" ? ">" : "<");
  if (column === null) return sql`${calls.callId} ${comes} ${callId}`;
  return sql`(${column}, ${calls.callId}) ${comes} (${value}, ${callId})`;
}

/** The rows of all these stretches, of the first those that come after the one that `cursor` names. */
export function following(
  [first, ...others]: readonly Stretch[],
  cursor: CallCursor | undefined,
): SQL | undefined {
  if (first === undefined || cursor === undefined) return undefined;
  return or(and(first.where, after(first, cursor)), ...others.map((stretch) => stretch.where));
}

export function orderBy(stretch: Stretch): SQL {
  const byId = sql`${calls.callId} ${directionOf(stretch)}`;
  return stretch.column === null ? byId : sql`${stretch.column} ${directionOf(stretch)}, ${byId}`;
}

/**
 * The order of all these stretches after one another, in words that no index answers: the rows are gathered and
 * sorted instead of met in a walk.
 */
export function orderGathered(list: readonly Stretch[]): SQL {
  const sorted = list.find((stretch) => stretch.column !== null);
  const last = list.find((stretch) => stretch.column === null) ?? sorted;
  const byId = sql`${calls.callId}::text collate "C" ${directionOf(last)}`;
  if (!sorted) return byId;
  const { column } = sorted;
  const missing = sql`${column} is null ${sql.raw(list[0] === sorted ? "asc" : "desc")}`;
  const idOfSorted = sql`case when ${column} is not null then ${calls.callId} end ${directionOf(sorted)}`;
  return sql`${missing}, ${column} ${directionOf(sorted)}, ${idOfSorted}, ${byId}`;
}

function directionOf(stretch: Stretch | undefined): SQL {
  return sql.raw(stretch?.order === "ascending" ? "asc" : "desc");
}

interface ListedDurations {
  readonly callId: CallId;
  readonly waitMs: number | null;
  readonly talkMs: number | null;
  readonly handleMs: number | null;
}

/** Names a row of the list, so that a page can be read from there on. */
export function cursorOf({ by }: CallSort, { callId, ...row }: ListedDurations): CallCursor {
  const values = { start: null, wait: row.waitMs, talk: row.talkMs, handle: row.handleMs };
  return { callId, value: values[by] };
}
