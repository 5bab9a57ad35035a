import { and, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import { anchoredIn, meets, type Period } from "@/server/store/metrics/record-conditions";

interface RepeatQuestion extends Period {
  readonly filter: FigureFilter;
  readonly withinHours: number;
}

const HOUR_MS = 3_600_000;

/** Inbound calls whose number is known: the twin of `isRepeatable`. */
export const isRepeatable: SQL | undefined = and(
  eq(calls.direction, "inbound"),
  ne(calls.outcome, "phantom"),
  isNotNull(calls.customerNumber),
);

/**
 * The twin of `repeatCalls`: who called whom shortly before is in the rows alone. Figure and list read the
 * same relation `(call_id, is_repeated)`, so that they cannot differ.
 */
function judgedCalls({ from, until, filter, withinHours }: RepeatQuestion): SQL {
  const lookedAt = and(
    isRepeatable,
    anchoredIn("call", { from: from - withinHours * HOUR_MS, until }),
    meets("call", filter),
  );
  return sql`(
    select call_id, coalesce(started_at - before <= ${withinHours}::int * interval '1 hour', false) as is_repeated
    from (
      select ${calls.callId} as call_id, ${calls.startedAt} as started_at,
        lag(${calls.startedAt}) over (
          partition by ${calls.customerNumber} order by ${calls.startedAt}, ${calls.callId}) as before
      from ${calls} where ${lookedAt}
    ) as looked_at
    where started_at >= ${sql.param(from, calls.startedAt)}
  )`;
}

/** The calls of a period that repeat another. */
export function isRepeated(question: RepeatQuestion): SQL {
  return sql`${calls.callId} in (select call_id from ${judgedCalls(question)} as judged where is_repeated)`;
}

export async function countRepeatCalls(db: Queryable, question: RepeatQuestion): Promise<Proportion | null> {
  const [row] = await db.execute<{ part: number; whole: number }>(sql`
    select (count(*) filter (where is_repeated))::int as part, count(*)::int as whole
    from ${judgedCalls(question)} as judged`);
  return row === undefined ? null : proportionOf(row.part, row.whole);
}
