import { type SQL, sql } from "drizzle-orm";
import { calls, legs, queueVisits } from "@/drizzle/schema/calls";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";

/** What a record is filed under in a dimension: the twin of `keysOf`. */
export interface RecordProperty {
  /** Null where a record has no such property. */
  readonly value: SQL;
  readonly type: "uuid" | "text";
  /** What has to be joined to the unit's table for it. */
  readonly needs: "nothing" | "call";
  /** One record has several values: these. */
  readonly list?: SQL;
}

/** Calls carry all their groups and agents; the other records have one of each, or none. */
const groupOf: Readonly<Record<Unit, RecordProperty>> = {
  call: eachOf(sql`${calls.skillGroupIds}`),
  visit: own(sql`${queueVisits.skillGroupId}`),
  offer: own(sql`${legs.skillGroupId}`),
  leg: own(sql`${legs.skillGroupId}`),
};
const agentOf: Readonly<Record<Unit, RecordProperty>> = {
  call: eachOf(sql`${calls.agentIds}`),
  visit: own(sql`${queueVisits.answeredBy}`),
  offer: own(sql`${legs.agentId}`),
  leg: own(sql`${legs.agentId}`),
};

export function propertyOf(unit: Unit, dimension: Dimension): RecordProperty {
  switch (dimension) {
    case "skillGroup":
      return groupOf[unit];
    case "agent":
      return agentOf[unit];
    case "direction":
      return ofCall(sql`${calls.direction}`);
    case "province":
      return ofCall(sql`${calls.province}`);
    case "outcome":
      return ofCall(sql`${calls.outcome}`);
    case "path":
      return ofCall(sql`${calls.keyTrack}`);
    case "verification":
      return ofCall(sql`${calls.verification}`);
    case "exitNode":
      return ofCall(sql`${calls.exitNode}`);
  }
}

function own(value: SQL): RecordProperty {
  return { value, type: "uuid", needs: "nothing" };
}

function ofCall(value: SQL): RecordProperty {
  return { value, type: "text", needs: "call" };
}

function eachOf(list: SQL): RecordProperty {
  return { value: sql`part.id`, type: "uuid", needs: "nothing", list };
}

/** The property with a row for each of its values: one row without any where there is none. */
export function rowsOf({ list }: RecordProperty): SQL {
  return list ? sql`left join lateral unnest(${list}) as part (id) on true` : sql``;
}
