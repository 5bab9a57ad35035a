import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { month, timeZone, year } from "@/bench/dashboards/pages";
import type { Database } from "@/drizzle/database";
import { legs, queueVisits } from "@/drizzle/schema/calls";
import { Unit } from "@/server/domain/metrics/cohort";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import { quantilesOf } from "@/server/domain/metrics/quantile";
import {
  readTalliesBy,
  readTally,
  readTallySeries,
  readTallySlots,
} from "@/server/store/metrics/read-tallies";
import { tallyRows, tallyRowsBy, tallyRowsSeries, tallyRowsSlots } from "@/server/store/metrics/row-tallies";
import { listSkillGroups } from "@/server/store/skill-groups";

const SHARES = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** How many tallies from the rollups are not exactly those of the rows, sums and every bucket included. */
export async function countInexact(db: Database): Promise<{ compared: number; inexact: number }> {
  let [compared, inexact] = [0, 0];
  const compare = (one: unknown, other: unknown) => {
    compared += 1;
    if (!isDeepStrictEqual(one, other)) inexact += 1;
  };
  const { from, until, boundaries } = month;
  const groups = await listSkillGroups(db);
  const filter = { skillGroupIds: groups.slice(0, 2).map(({ skillGroupId }) => skillGroupId) };
  for (const unit of Unit.options) {
    const asked = { unit, from, until, filter: {} };
    compare(await readTally(db, asked), await tallyRows(db, asked));
    compare(
      await readTallySeries(db, { ...asked, boundaries }),
      await tallyRowsSeries(db, { ...asked, boundaries }),
    );
    compare(
      await readTallySlots(db, { ...asked, timeZone }),
      await tallyRowsSlots(db, { ...asked, timeZone }),
    );
    for (const by of ["skillGroup", "agent", "province", "path"] as const) {
      compare(await readTalliesBy(db, { ...asked, by }), await tallyRowsBy(db, { ...asked, by }));
    }
    const ofGroups = { ...asked, filter };
    compare(await readTally(db, ofGroups), await tallyRows(db, ofGroups));
    compare(
      await readTalliesBy(db, { ...ofGroups, by: "agent" }),
      await tallyRowsBy(db, { ...ofGroups, by: "agent" }),
    );
  }
  return { compared, inexact };
}

/** The largest relative difference between quantiles of a year and those that PostgreSQL interpolates from the rows. */
export async function largestQuantileError(db: Database): Promise<number> {
  const { from, until } = year;
  const shares = sql`${`{${SHARES.join(",")}}`}::float8[]`;
  const period = (at: typeof legs.answeredAt | typeof queueVisits.enteredAt) =>
    sql`${at} >= ${sql.param(from, at)} and ${at} < ${sql.param(until, at)}`;
  const exactly = async (
    ms: string,
    table: typeof legs | typeof queueVisits,
    where: ReturnType<typeof period>,
  ) => {
    const [row] = await db.execute<{ values: number[] }>(
      sql`select percentile_cont(${shares}) within group (order by ${sql.raw(ms)}) as values from ${table} where ${where}`,
    );
    return row?.values ?? [];
  };
  const legTally = await readTally(db, { unit: "leg", from, until, filter: {} });
  const visitTally = await readTally(db, { unit: "visit", from, until, filter: {} });
  const answered = sql`${period(queueVisits.enteredAt)} and ${queueVisits.outcome} = 'answered'`;
  return Math.max(
    errorOf(legTally.handles, await exactly("talk_ms + hold_ms + wrap_up_ms", legs, period(legs.answeredAt))),
    errorOf(legTally.talks, await exactly("talk_ms", legs, period(legs.answeredAt))),
    errorOf(visitTally.answeredWaits, await exactly("wait_ms", queueVisits, answered)),
  );
}

function errorOf(histogram: LogHistogram, exact: readonly number[]): number {
  const ours = quantilesOf(histogram, SHARES);
  return Math.max(...exact.map((value, index) => Math.abs((ours[index] ?? 0) - value) / Math.max(value, 1)));
}
