import type { Queryable } from "@/drizzle/database";
import type { Looked } from "@/server/api/routers/dashboards/looked";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { handleTime, unfinishedLegs } from "@/server/domain/metrics/handle-time";
import { serviceLevel } from "@/server/domain/metrics/service-level";
import { addTallies, emptyTally } from "@/server/domain/metrics/tally-facts";
import { countsOf, visitFigures } from "@/server/domain/metrics/visit-figures";
import { callVolume } from "@/server/domain/metrics/volume";
import { readTalliesBy, readTally, readTallySeries } from "@/server/store/metrics/read-tallies";
import { countWaitingVisits, type WaitingVisits } from "@/server/store/metrics/waiting-visits";

/** What the overview prints of some records, ready but for its words. */
export async function readOverview(db: Queryable, { from, until, boundaries, filter }: Looked, now: Instant) {
  const period = { from, until, filter };
  const [calls, series, byGroup, legs, waits] = await Promise.all([
    readTallySeries(db, { unit: "call", filter, boundaries, needs: "counts" }),
    readTallySeries(db, { unit: "visit", filter, boundaries, needs: "counts" }),
    readTalliesBy(db, {
      unit: "visit",
      ...period,
      by: "skillGroup",
      needs: ["answeredWaits", "abandonedWaits"],
    }),
    readTally(db, { unit: "leg", ...period, needs: ["handles"] }),
    countWaitingVisits(db, { filter, boundaries, now }),
  ]);
  // A visit belongs to exactly one group.
  const visits = [...byGroup.values()].reduce(
    (sum, tally) => addTallies("visit", sum, tally),
    emptyTally("visit"),
  );
  const volumes = calls.map(callVolume);
  return {
    calls: volumes.reduce((sum, count) => sum + count, 0),
    ...visitFigures(visits, young(waits)),
    handleTime: handleTime(legs),
    answeredLegs: legs.answered,
    unfinishedLegs: unfinishedLegs(legs),
    intervals: series.map((tally, interval) => ({
      calls: volumes[interval] ?? 0,
      counts: countsOf(tally),
      serviceLevel: serviceLevel(tally, young(waits.filter((one) => one.interval === interval))),
    })),
    groups: [...byGroup].flatMap(([key, tally]) => {
      const skillGroupId = SkillGroupId.safeParse(key).data;
      if (skillGroupId === undefined) return [];
      const own = waits.filter((one) => one.skillGroupId === skillGroupId);
      return [{ skillGroupId, ...visitFigures(tally, young(own)) }];
    }),
    waits,
  };
}

function young(waits: readonly WaitingVisits[]): number {
  return waits.reduce((sum, one) => sum + one.young, 0);
}
