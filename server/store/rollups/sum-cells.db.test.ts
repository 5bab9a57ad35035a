import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { queueVisits } from "@/drizzle/schema/calls";
import type { Unit } from "@/server/domain/metrics/cohort";
import { type CallNews, prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { readTalliesBy, readTally, readTallySeries } from "@/server/store/metrics/read-tallies";
import { tallyRows, tallyRowsBy, tallyRowsSeries } from "@/server/store/metrics/row-tallies";
import { ensurePartitions } from "@/server/store/partitions";
import { rebuildRollups } from "@/server/store/rollups/rebuild-rollups";
import { someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const DAY_MS = 86_400_000;
const period = { from: someInstant - 40 * DAY_MS, until: someInstant + 60 * DAY_MS, filter: {} };
const boundaries = Array.from({ length: 101 }, (_, day) => period.from + day * DAY_MS);
const samples = fc.sample(generatedCalls({ most: 12 }), { seed: 1130, numRuns: 3 });

/** Generated calls, so many days earlier. */
function callsBefore(days: number, sample: number): CallNews[] {
  return (samples[sample] ?? []).map(({ events }, index) => ({
    providerCallId: `call ${index} of ${sample}, ${days} days before`,
    events: events.map((event) => ({ ...event, at: event.at - days * DAY_MS })),
  }));
}

async function record(news: readonly CallNews[]): Promise<void> {
  const prepared = news.map((call) => prepareCall("test", call));
  for (const { folded } of prepared) await ensurePartitions(db, folded.call.startedAt, folded.call.startedAt);
  await db.transaction((tx) => recordCalls(tx, { provider: "test", importId: null }, prepared));
}

async function expectAsRows(): Promise<void> {
  for (const unit of ["call", "visit", "offer", "leg"] as const satisfies readonly Unit[]) {
    const question = { unit, ...period };
    expect(await readTally(db, question)).toEqual(await tallyRows(db, question));
    const by = { ...question, by: "skillGroup" } as const;
    expect(await readTalliesBy(db, by)).toEqual(await tallyRowsBy(db, by));
    const series = { unit, filter: {}, boundaries };
    expect(await readTallySeries(db, series)).toEqual(await tallyRowsSeries(db, series));
  }
  // Agents within a group are kept by day; the period begins and ends in the morning.
  const [some] = await db.selectDistinct({ skillGroupId: queueVisits.skillGroupId }).from(queueVisits);
  const filter = { skillGroupIds: some ? [some.skillGroupId] : [] };
  for (const unit of ["offer", "leg"] as const) {
    const within = { unit, ...period, filter, by: "agent" } as const;
    expect(await readTalliesBy(db, within)).toEqual(await tallyRowsBy(db, within));
  }
}

beforeAll(async () => {
  await record([...callsBefore(40, 0), ...callsBefore(0, 0)]);
  await expectAsRows();
});

test("a figure that was read before is right when a call of a day that is over comes late", async () => {
  await record(callsBefore(40, 1));
  await expectAsRows();
  await record(callsBefore(0, 1));
  await expectAsRows();
});

test("a figure that was read before is right when the calls have gone and are counted anew", async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`truncate call_source, call_event, call, queue_visit, leg, key_press cascade`);
  });
  await rebuildRollups(db);
  expect((await readTally(db, { unit: "call", ...period })).outcomes.answered).toBe(0);
  await expectAsRows();
});

test("for a call of today no day that is over is read again", async () => {
  await record([...callsBefore(40, 2), ...callsBefore(0, 2)]);
  const question = { unit: "leg", ...period, needs: "counts" } as const;
  const before = await readTally(db, question);
  await db.execute(
    sql`update rollup_leg set answered = answered + 1000 where at < ${new Date(someInstant - 20 * DAY_MS).toISOString()}`,
  );
  await record(callsBefore(0, 1));
  const after = await readTally(db, question);
  expect(after.answered).toBeGreaterThan(before.answered);
  expect(after.answered).toBeLessThan(1000);
});
