import { and, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import { anchoredIn, meets } from "@/server/store/metrics/record-conditions";

interface RepeatQuestion {
  readonly from: Instant;
  readonly until: Instant;
  readonly filter: FigureFilter;
  readonly withinHours: number;
}

const HOUR_MS = 3_600_000;

/** The twin of `repeatCalls`: who called whom shortly before is in the rows alone. */
export async function countRepeatCalls(
  db: Queryable,
  { from, until, filter, withinHours }: RepeatQuestion,
): Promise<Proportion | null> {
  const begins = sql.param(from, calls.startedAt);
  const isCounted = and(
    eq(calls.direction, "inbound"),
    ne(calls.outcome, "phantom"),
    isNotNull(calls.customerNumber),
    anchoredIn("call", { from: from - withinHours * HOUR_MS, until }),
    meets("call", filter),
  );
  const [row] = await db.execute<{ part: number; whole: number }>(sql`
    select (count(*) filter (where started_at - before <= ${withinHours}::int * interval '1 hour'))::int as part,
      count(*)::int as whole
    from (
      select ${calls.startedAt} as started_at,
        lag(${calls.startedAt}) over (partition by ${calls.customerNumber} order by ${calls.startedAt}) as before
      from ${calls} where ${isCounted}
    ) as counted
    where started_at >= ${begins}`);
  return row === undefined ? null : proportionOf(row.part, row.whole);
}
