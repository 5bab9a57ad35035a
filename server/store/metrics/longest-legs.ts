import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { legs } from "@/drizzle/schema/calls";
import { CallId } from "@/server/domain/identifiers";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import type { HandlePart } from "@/server/domain/metrics/handle-time";
import { inCohort } from "@/server/store/metrics/cohort-conditions";
import { handleMs } from "@/server/store/metrics/leg-marks";
import { asksForCall, type Period, recordsFrom } from "@/server/store/metrics/record-conditions";
import { type CohortRow, describeRecords } from "@/server/store/metrics/record-rows";

const lengths = {
  handle: handleMs,
  talk: sql`${legs.talkMs}`,
  hold: sql`${legs.holdMs}`,
  wrapUp: sql`${legs.wrapUpMs}`,
} as const;

interface LongestQuestion extends Period {
  readonly filter: FigureFilter;
  /** In which part of the handle time they are longest. */
  readonly part: HandlePart;
  /** At least so many milliseconds: legs are read from the longest down to here. */
  readonly min: number;
  readonly limit: number;
}

/** The finished legs of a period that are longest in one part, these first. */
export async function findLongestLegs(
  db: Queryable,
  { part, min, limit, ...looked }: LongestQuestion,
): Promise<CohortRow[]> {
  const { filter, from, until } = looked;
  // No part is longer than the whole, whose order an index knows.
  const cohort = { unit: "leg", filter, from, until, handle: { min }, [part]: { min } } as const;
  const found = await db.execute<{ at: string; call_id: string; ordinal: number }>(sql`
    select (extract(epoch from ${legs.answeredAt}) * 1000)::bigint as at, ${legs.callId}, ${legs.ordinal}
    from ${recordsFrom("leg", asksForCall("leg", filter))}
    where ${inCohort(cohort)}
    order by ${lengths[part]} desc, ${legs.callId} desc, ${legs.ordinal} desc
    limit ${limit}`);
  const names = found.map(({ at, call_id, ordinal }) => ({
    at: Number(at),
    callId: CallId.parse(call_id),
    ordinal,
  }));
  return await describeRecords(db, "leg", names);
}
