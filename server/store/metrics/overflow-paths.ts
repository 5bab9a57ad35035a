import { and, sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "@/drizzle/database";
import { queueVisits } from "@/drizzle/schema/calls";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { addToBucket, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import { type CountingPath, inOrder, type OverflowPath } from "@/server/domain/metrics/overflow-paths";
import { bucketOfMs } from "@/server/store/metrics/bucket-of-ms";
import { nextSkillGroup } from "@/server/store/metrics/next-visit";
import {
  anchoredIn,
  asksForCall,
  meets,
  type Period,
  recordsFrom,
} from "@/server/store/metrics/record-conditions";

const PathRow = z.object({
  from: SkillGroupId,
  to: SkillGroupId.nullable(),
  bucket: z.int(),
  count: z.int(),
  waitMs: z.int(),
});

/** Where the visits of a period overflowed to, counted from their rows: the twin of `overflowPaths`. */
export async function readOverflowPaths(
  db: Queryable,
  { filter, ...period }: Period & { readonly filter: FigureFilter },
): Promise<OverflowPath[]> {
  // The outcome is no parameter, so that the index of the overflowed visits is seen to hold them all.
  const rows = await db.execute(sql`
    select ${queueVisits.skillGroupId} as "from", ${nextSkillGroup} as "to",
      ${bucketOfMs(sql`${queueVisits.waitMs}`)} as bucket, count(*)::int as count, sum(${queueVisits.waitMs})::float8 as "waitMs"
    from ${recordsFrom("visit", asksForCall("visit", filter))}
    where ${and(anchoredIn("visit", period), meets("visit", filter), sql`${queueVisits.outcome} = 'overflowed'`)}
    group by 1, 2, 3`);
  const paths = new Map<string, CountingPath>();
  for (const { from, to, bucket, count, waitMs } of rows.map((row) => PathRow.parse(row))) {
    const key = `${from} ${to}`;
    const path = paths.get(key) ?? { from, to, count: 0, waitMs: 0, waits: emptyHistogram() };
    paths.set(key, path);
    path.count += count;
    path.waitMs += waitMs;
    addToBucket(path.waits, bucket, count);
  }
  return inOrder([...paths.values()]);
}
