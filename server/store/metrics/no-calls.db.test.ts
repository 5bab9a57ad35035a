import { describe, expect, test } from "vitest";
import { agentFigures } from "@/server/domain/metrics/agent-figures";
import { Cohort, Unit } from "@/server/domain/metrics/cohort";
import { Dimension } from "@/server/domain/metrics/dimension";
import { answeredAfterIvr, ivrTime, leftInIvr } from "@/server/domain/metrics/ivr";
import { ringTime } from "@/server/domain/metrics/ring-time";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { SLOT_COUNT } from "@/server/domain/metrics/time/week-slots";
import { visitFigures } from "@/server/domain/metrics/visit-figures";
import { callVolume } from "@/server/domain/metrics/volume";
import { systemCallScope } from "@/server/domain/people/viewer";
import { readAgentWorks } from "@/server/store/metrics/agent-works";
import { countCohort, findCohortRows } from "@/server/store/metrics/cohort-records";
import { findLongestLegs } from "@/server/store/metrics/longest-legs";
import { readOverflowPaths } from "@/server/store/metrics/overflow-paths";
import {
  readTalliesBy,
  readTally,
  readTallySeries,
  readTallySlots,
} from "@/server/store/metrics/read-tallies";
import { countRepeatCalls } from "@/server/store/metrics/repeat-calls";
import { tallyRows, tallyRowsBy, tallyRowsSeries, tallyRowsSlots } from "@/server/store/metrics/row-tallies";
import { countWaitingVisits } from "@/server/store/metrics/waiting-visits";
import { someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const DAY_MS = 86_400_000;
const now = someInstant;
const asked = { from: now - 40 * DAY_MS, until: now, filter: {} };
const boundaries = [asked.from, now - DAY_MS, now];
const timeZone = "Asia/Shanghai";

describe.each(Unit.options)("where there was no %s, the rows and the rollups alike count none", (unit) => {
  const none = emptyTally(unit);

  test("in a period", async () => {
    expect(await readTally(db, { unit, ...asked })).toEqual(none);
    expect(await tallyRows(db, { unit, ...asked })).toEqual(none);
  });

  test.each(Dimension.options)("under any %s", async (by) => {
    expect(await readTalliesBy(db, { unit, ...asked, by })).toEqual(new Map());
    expect(await tallyRowsBy(db, { unit, ...asked, by })).toEqual(new Map());
  });

  test("in any interval", async () => {
    const series = { unit, filter: {}, boundaries };
    expect(await readTallySeries(db, series)).toEqual([none, none]);
    expect(await tallyRowsSeries(db, series)).toEqual([none, none]);
  });

  test("in any half hour of the week", async () => {
    const slots = Array.from({ length: SLOT_COUNT }, () => none);
    expect(await readTallySlots(db, { unit, ...asked, timeZone })).toEqual(slots);
    expect(await tallyRowsSlots(db, { unit, ...asked, timeZone })).toEqual(slots);
  });

  test("in the list behind the figure", async () => {
    const question = {
      scope: systemCallScope,
      cohort: Cohort.parse({ unit, ...asked }),
      filter: { deleted: "with" as const },
    };
    expect(await countCohort(db, question)).toEqual({ records: 0, calls: 0 });
    expect(await findCohortRows(db, { ...question, order: "descending", limit: 5 })).toEqual([]);
  });
});

describe("without calls there is nothing to say", () => {
  test("of repeat calls, overflow, waiting, long calls or anybody's work", async () => {
    expect(await countRepeatCalls(db, { ...asked, withinHours: 24 })).toBeNull();
    expect(await readOverflowPaths(db, asked)).toEqual([]);
    expect(await countWaitingVisits(db, { filter: {}, boundaries, now })).toEqual([]);
    expect(await findLongestLegs(db, { ...asked, part: "handle", min: 0, limit: 5 })).toEqual([]);
    expect(await readAgentWorks(db, { ...asked, now })).toEqual(new Map());
  });

  test("in any share, mean or quantile: none is 0, none is not a number", async () => {
    const [call, visit, offers, legs] = await Promise.all([
      readTally(db, { unit: "call", ...asked }),
      readTally(db, { unit: "visit", ...asked }),
      readTally(db, { unit: "offer", ...asked }),
      readTally(db, { unit: "leg", ...asked }),
    ]);
    expect(callVolume(call)).toBe(0);
    const { counts, youngWaits, ...ofVisits } = visitFigures(visit, 0);
    const { answered, unfinished, ...ofAgents } = agentFigures({ legs, offers, freeIdleMs: null });
    const ofIvr = [leftInIvr(call), answeredAfterIvr(call), ivrTime(call)];
    const figures = [...Object.values(ofVisits), ...Object.values(ofAgents), ...ofIvr, ringTime(offers)];
    expect(new Set(figures)).toEqual(new Set([null]));
  });
});
