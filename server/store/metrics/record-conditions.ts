import { and, or, type SQL, sql } from "drizzle-orm";
import { calls } from "@/drizzle/schema/calls";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, keysAsked } from "@/server/domain/metrics/dimension-keys";
import { propertyOf, type RecordProperty } from "@/server/store/metrics/record-properties";
import { SOURCES } from "@/server/store/metrics/record-source";

export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** The records of a unit whose anchor lies in the period. */
export function anchoredIn(unit: Unit, { from, until }: Period): SQL | undefined {
  const { anchor, isRecord } = SOURCES[unit];
  return and(
    isRecord,
    sql`${anchor} >= ${sql.param(from, anchor)}`,
    sql`${anchor} < ${sql.param(until, anchor)}`,
  );
}

/** The records that are counted under an asked key of every dimension, as `passesFilter` says. */
export function meets(unit: Unit, filter: FigureFilter): SQL | undefined {
  return and(
    ...Dimension.options.map((dimension) => {
      const asked = keysAsked(filter, dimension);
      return asked && hasOneOf(propertyOf(unit, dimension), asked);
    }),
  );
}

/** Whether a filter asks for something that only the row of the call knows. */
export function asksForCall(unit: Unit, filter: FigureFilter): boolean {
  return Dimension.options.some(
    (dimension) => keysAsked(filter, dimension) !== undefined && propertyOf(unit, dimension).needs === "call",
  );
}

/** The unit's table with what its conditions read. */
export function recordsFrom(unit: Unit, withCall: boolean): SQL {
  const { table, callId } = SOURCES[unit];
  return withCall && unit !== "call"
    ? sql`${table} join ${calls} on ${calls.callId} = ${callId}`
    : sql`${table}`;
}

/** The rows under an asked key: of a record with several, those under the asked ones. */
export function isUnder({ value, type }: RecordProperty, asked: readonly DimensionKey[]): SQL | undefined {
  const { keys, none } = apart(asked);
  return or(
    keys && sql`${value} = any (${keys}::${sql.raw(type)}[])`,
    none ? sql`${value} is null` : undefined,
  );
}

/** A text of a closed list. */
export function isOneOf(value: SQL, wanted: readonly string[]): SQL {
  return sql`${value} = any (${sql.param(wanted)}::text[])`;
}

/** The records under an asked key. */
function hasOneOf(property: RecordProperty, asked: readonly DimensionKey[]): SQL | undefined {
  if (property.list === undefined) return isUnder(property, asked);
  const { keys, none } = apart(asked);
  return or(
    keys && sql`${property.list} && ${keys}::${sql.raw(property.type)}[]`,
    none ? sql`${property.list} = '{}'` : undefined,
  );
}

/** The keys as a parameter, and whether records without any are asked for too. */
function apart(asked: readonly DimensionKey[]) {
  const keys = asked.filter((key) => key !== null);
  return { keys: keys.length > 0 ? sql.param(keys) : undefined, none: keys.length < asked.length };
}
