import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { queueVisits } from "@/drizzle/schema/calls";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { addToBucket, emptyHistogram, type LogHistogram } from "@/server/domain/metrics/log-histogram";
import { bucketOfMs } from "@/server/store/metrics/bucket-of-ms";
import {
  anchoredIn,
  asksForCall,
  meets,
  type Period,
  recordsFrom,
} from "@/server/store/metrics/record-conditions";
import { isWithinTarget, waitMsAt } from "@/server/store/metrics/visit-marks";

interface PresentQuestion extends Period {
  readonly filter: FigureFilter;
  readonly now: Instant;
}

/** How long those who wait have waited by now: what is known of their patience. */
export async function readPresentWaits(
  db: Queryable,
  { now, filter, ...period }: PresentQuestion,
): Promise<LogHistogram> {
  const rows = await db.execute<{ bucket: number; count: number }>(sql`
    select ${bucketOfMs(waitMsAt(now))} as bucket, count(*)::int as count
    from ${recordsFrom("visit", asksForCall("visit", filter))}
    where ${and(eq(queueVisits.outcome, "waiting"), anchoredIn("visit", period), meets("visit", filter))}
    group by 1`);
  const waits = emptyHistogram();
  for (const { bucket, count } of rows) addToBucket(waits, bucket, count);
  return waits;
}

interface WaitingQuestion {
  readonly filter: FigureFilter;
  /** Ascending: each interval reaches from one to below the next. */
  readonly boundaries: readonly Instant[];
  readonly now: Instant;
}

/** Visits of one group that entered the queue in one interval under one threshold, and wait. */
export interface WaitingVisits {
  readonly skillGroupId: SkillGroupId;
  /** The place of the interval. */
  readonly interval: number;
  readonly serviceLevelSeconds: number;
  readonly waiting: number;
  /** Those that have not waited longer than the threshold. */
  readonly young: number;
}

/** The few who wait, read from their rows: how many are past their threshold changes with every second. */
export async function countWaitingVisits(
  db: Queryable,
  { filter, boundaries, now }: WaitingQuestion,
): Promise<WaitingVisits[]> {
  const [from, until] = [boundaries[0], boundaries.at(-1)];
  if (from === undefined || until === undefined) return [];
  const ends = `{${boundaries.map((at) => new Date(at).toISOString()).join(",")}}`;
  const rows = await db.execute<{
    group: SkillGroupId;
    interval: number;
    threshold: number;
    waiting: number;
    young: number;
  }>(sql`
    select ${queueVisits.skillGroupId} as "group",
      width_bucket(${queueVisits.enteredAt}, ${ends}::timestamptz[]) - 1 as "interval",
      ${queueVisits.serviceLevelSeconds} as threshold,
      count(*)::int as waiting, (count(*) filter (where ${isWithinTarget(now)}))::int as young
    from ${recordsFrom("visit", asksForCall("visit", filter))}
    where ${and(eq(queueVisits.outcome, "waiting"), anchoredIn("visit", { from, until }), meets("visit", filter))}
    group by 1, 2, 3`);
  return [...rows].map(({ group, interval, threshold, waiting, young }) => ({
    skillGroupId: group,
    interval,
    serviceLevelSeconds: threshold,
    waiting,
    young,
  }));
}
