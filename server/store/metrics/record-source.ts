import { isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { calls, legs, queueVisits } from "@/drizzle/schema/calls";
import type { Unit } from "@/server/domain/metrics/cohort";

/** Where the records of a unit are kept. */
export interface RecordSource {
  readonly table: PgTable;
  readonly callId: AnyPgColumn;
  /** Tells the records of one call apart. */
  readonly ordinal: SQL;
  /** The instant that places a record in time. */
  readonly anchor: AnyPgColumn;
  /** Which rows of the table are records of the unit; undefined where all are. */
  readonly isRecord: SQL | undefined;
}

export const SOURCES: Readonly<Record<Unit, RecordSource>> = {
  call: {
    table: calls,
    callId: calls.callId,
    ordinal: sql`0::int`,
    anchor: calls.startedAt,
    isRecord: undefined,
  },
  visit: {
    table: queueVisits,
    callId: queueVisits.callId,
    ordinal: sql`${queueVisits.ordinal}`,
    anchor: queueVisits.enteredAt,
    isRecord: undefined,
  },
  // An agent who calls out is offered nothing.
  offer: {
    table: legs,
    callId: legs.callId,
    ordinal: sql`${legs.ordinal}`,
    anchor: legs.offeredAt,
    isRecord: ne(legs.kind, "outbound"),
  },
  leg: {
    table: legs,
    callId: legs.callId,
    ordinal: sql`${legs.ordinal}`,
    anchor: legs.answeredAt,
    isRecord: isNotNull(legs.answeredAt),
  },
};
