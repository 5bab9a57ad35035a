import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/drizzle/database";
import type { CallEvent } from "@/server/domain/calls/event";
import { SkillGroupId } from "@/server/domain/identifiers";
import { countOf, emptyHistogram } from "@/server/domain/metrics/log-histogram";
import { rebuildCalls } from "@/server/store/calls/rebuild-calls";
import { type CallNews, prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { readTalliesBy, readTally } from "@/server/store/metrics/read-tallies";
import { tallyRows, tallyRowsBy } from "@/server/store/metrics/row-tallies";
import { ensurePartitions } from "@/server/store/partitions";
import { setCountedThrough } from "@/server/store/rollups/counted-calls";
import { areRollupsComplete, completeRollups, rebuildRollups } from "@/server/store/rollups/rebuild-rollups";
import { tallyRollup, tallyRollupBy } from "@/server/store/rollups/rollup-tallies";
import { verifyRollups } from "@/server/store/rollups/verify-rollups";
import { someInstant } from "@/server/testing/factories";
import { generatedCalls } from "@/server/testing/generated-calls";
import { newsByCall } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db, url } = useTestDatabase();
const seed = 1202;
const calls = fc
  .sample(generatedCalls({ most: 40 }), { seed, numRuns: 4 })
  .flat()
  .map(({ events }, index) => ({ providerCallId: `call ${index}`, events }));

const always = { from: 0, until: someInstant * 10, filter: {} };
const TABLES = ["rollup_call", "rollup_visit", "rollup_offer", "rollup_leg"];

beforeEach(async () => {
  await forgetCalls();
  await completeRollups(db);
});

/** As only a test may: events are never deleted. */
async function forgetCalls(): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`truncate call_source, call_event, call, queue_visit, leg, key_press cascade`);
  });
  await db.execute(sql`truncate ${sql.raw(TABLES.join())}`);
}

async function record(news: readonly CallNews[], on: Database = db): Promise<void> {
  const prepared = news.map((call) => prepareCall("test", call));
  for (const { folded } of prepared) await ensurePartitions(on, folded.call.startedAt, folded.call.startedAt);
  await on.transaction((tx) => recordCalls(tx, { provider: "test", importId: null }, prepared));
}

/** Every cell, as the database prints it. */
async function cells(): Promise<string[]> {
  const texts: string[] = [];
  for (const table of TABLES) {
    const rows = await db.execute<{ text: string }>(
      sql`select t::text as text from ${sql.identifier(table)} t order by 1`,
    );
    texts.push(...rows.map(({ text }) => `${table} ${text}`));
  }
  return texts;
}

async function expectRight(): Promise<void> {
  expect(await verifyRollups(db)).toMatchObject({ cellsDiffering: 0 });
}

describe("the cells come out the same", () => {
  test("however the events of calls are split, repeated and ordered", async () => {
    await record(calls);
    const expected = await cells();
    expect(expected.length).toBeGreaterThan(500);
    const portions = fc.array(
      fc.shuffledSubarray(
        calls.flatMap(({ providerCallId, events }) => events.map((event) => ({ providerCallId, event }))),
        { minLength: 1 },
      ),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(portions, async (parts) => {
        await forgetCalls();
        for (const part of parts) await record(newsByCall(part));
        await record(calls.toReversed());
        expect(await cells()).toEqual(expected);
      }),
      { seed, numRuns: 6 },
    );
    await expectRight();
  });

  test("when two writers are the first to count in the same cells", async () => {
    const [one, other] = [calls.slice(0, 1), withOtherIds(calls.slice(0, 1))];
    await record([...one, ...other]);
    const expected = await cells();
    await forgetCalls();
    await withWriters(2, async ([first = db, second = db]) => {
      await whileOpen(first, one, () => record(other, second));
    });
    expect(await cells()).toEqual(expected);
  });

  test("when a call is being recorded as the counting comes to it", async () => {
    await record(calls);
    const expected = await cells();
    await forgetCalls();
    await db.transaction((tx) => setCountedThrough(tx, null));
    await record(calls.slice(1));
    await withWriters(2, async ([writer = db, counter = db]) => {
      await whileOpen(writer, calls.slice(0, 1), () => completeRollups(counter));
    });
    expect(await cells()).toEqual(expected);
  });

  test("when many writers record", async () => {
    await record(calls);
    const expected = await cells();
    await forgetCalls();
    const halves = calls.flatMap(({ providerCallId, events }) => [
      { providerCallId, events: events.slice(0, 3) },
      { providerCallId, events },
    ]);
    await withWriters(3, async (writers) => {
      await Promise.all(
        writers.map(async (writer, index) => {
          for (let from = index; from < halves.length; from += writers.length) {
            await record(halves.slice(from, from + 1), writer);
          }
        }),
      );
    });
    await record(calls);
    expect(await cells()).toEqual(expected);
  });

  test("when they are made anew while calls are recorded", async () => {
    await record(calls.slice(0, 40));
    await withWriters(2, async ([writer = db, rebuilder = db]) => {
      const rebuilt = rebuildRollups(rebuilder, { callsPerBatch: 3 });
      for (const call of calls.toReversed()) await record([call], writer);
      await rebuilt;
    });
    expect(await areRollupsComplete(db)).toBe(true);
    await expectRight();
  });
});

test("verifying finds cells that were changed, lost or made up, and rebuilding mends them", async () => {
  await record(calls);
  const expected = await cells();
  await expectRight();
  await db.execute(
    sql`update rollup_leg set talk_ms = talk_ms + 1 where ctid = (select min(ctid) from rollup_leg)`,
  );
  await db.execute(
    sql`update rollup_visit set answered_waits = 'ABCA' where ctid = (select max(ctid) from rollup_visit)`,
  );
  await db.execute(sql`delete from rollup_offer where ctid = (select min(ctid) from rollup_offer)`);
  await db.execute(sql`
    insert into rollup_call select (jsonb_populate_record(cell, '{"key": "=made up"}')).* from rollup_call cell limit 1`);
  expect(await verifyRollups(db)).toMatchObject({ cellsDiffering: 4 });
  await rebuildRollups(db);
  expect(await cells()).toEqual(expected);
});

test("mending the rows of calls mends the cells with them", async () => {
  await record(calls);
  const expected = await cells();
  await db.execute(sql`update leg set talk_ms = talk_ms + 1000 where talk_ms is not null`);
  await db.execute(sql`update rollup_leg set talk_ms = 0`);
  expect((await rebuildCalls(db)).rowsDiffering).toBeGreaterThan(0);
  expect(await cells()).toEqual(expected);
  expect((await rebuildCalls(db)).rowsDiffering).toBe(0);
});

test("until all calls are counted, figures are read from the rows, and new calls are counted in their turn", async () => {
  await record(calls.slice(0, 30));
  await db.transaction((tx) => setCountedThrough(tx, null));
  await record(calls.slice(20));
  expect(await tallyRollup(db, { unit: "visit", ...always }, "distributions")).toBeUndefined();
  const fromRows = await tallyRows(db, { unit: "visit", ...always });
  expect(await readTally(db, { unit: "visit", ...always })).toEqual(fromRows);
  expect(await verifyRollups(db)).toBeUndefined();
  await completeRollups(db, { callsPerBatch: 7 });
  expect(await tallyRollup(db, { unit: "visit", ...always }, "distributions")).toEqual(fromRows);
  await expectRight();
});

test("only the histograms that are needed are read; the counts are the same", async () => {
  await record(calls);
  const all = await readTally(db, { unit: "leg", ...always });
  expect(countOf(all.handles)).toBeGreaterThan(0);
  const nothing = emptyHistogram();
  const none = { talks: nothing, holds: nothing, wrapUps: nothing, handles: nothing };
  expect(await readTally(db, { unit: "leg", ...always, needs: "counts" })).toEqual({ ...all, ...none });
  const { wrapUps } = all;
  expect(await readTally(db, { unit: "leg", ...always, needs: ["wrapUps"] })).toEqual({
    ...all,
    ...none,
    wrapUps,
  });
});

test("a key track longer than an index can hold is told apart all the same", async () => {
  const party = {
    customerNumber: null,
    customerName: null,
    customerRef: null,
    lineNumber: null,
    place: null,
  };
  const pressed = (key: string): CallNews => ({
    providerCallId: `presses ${key}`,
    events: [
      { type: "callArrived", sourceId: "0", at: someInstant, ...party },
      { type: "ivrEntered", sourceId: "1", at: someInstant, node: "menu" },
      ...Array.from(
        { length: 3000 },
        (_, index): CallEvent => ({
          ...{ type: "ivrKeyPressed", sourceId: `key ${index}`, at: someInstant + index },
          ...{ node: "menu", key: index === 2999 ? key : "1" },
        }),
      ),
    ],
  });
  await record([pressed("1"), pressed("2")]);
  const question = { unit: "call", ...always, by: "path" } as const;
  expect(await tallyRollupBy(db, question, "counts")).toBeUndefined();
  const byPath = await readTalliesBy(db, question);
  expect(byPath.size).toBe(2);
  expect(byPath).toEqual(await tallyRowsBy(db, question));
  await expectRight();
});

test("calls of more groups than a key can list are counted from the rows", async () => {
  const groups = Array.from({ length: 20 }, () => SkillGroupId.parse(randomUUID()));
  const [asked = null] = groups;
  const queue = { priority: 0, serviceLevelSeconds: 20, shortAbandonSeconds: 5, ruleSetVersion: null };
  const party = {
    customerNumber: null,
    customerName: null,
    customerRef: null,
    lineNumber: null,
    place: null,
  };
  const visits = groups.flatMap((skillGroupId, index): CallEvent[] => {
    const at = someInstant + index * 1000;
    return [
      { type: "queueEntered", sourceId: `in ${index}`, at, skillGroupId, ...queue },
      { type: "queueLeft", sourceId: `out ${index}`, at: at + 500, reason: "overflowed" },
    ];
  });
  const arrived: CallEvent = { type: "callArrived", sourceId: "0", at: someInstant, ...party };
  await record([{ providerCallId: "passed around", events: [arrived, ...visits] }]);
  const question = { unit: "call" as const, ...always, filter: { skillGroupIds: [asked] } };
  expect(await tallyRollup(db, question, "counts")).toBeUndefined();
  expect(await readTally(db, question)).toEqual(await tallyRows(db, question));
  expect((await readTalliesBy(db, { unit: "call", ...always, by: "skillGroup" })).size).toBe(20);
  await expectRight();
});

function withOtherIds(news: readonly CallNews[]): CallNews[] {
  return news.map(({ providerCallId, events }) => ({ providerCallId: `other ${providerCallId}`, events }));
}

/** Begins `work` after calls have been recorded and before that is committed; it may have to wait for it. */
async function whileOpen(
  writer: Database,
  news: readonly CallNews[],
  work: () => Promise<unknown>,
): Promise<void> {
  const prepared = news.map((call) => prepareCall("test", call));
  const worked = await writer.transaction(async (tx) => {
    await recordCalls(tx, { provider: "test", importId: null }, prepared);
    const working = work().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await Promise.race([working, untilSomebodyWaits()]);
    return { working };
  });
  expect(await worked.working).toBeNull();
}

async function untilSomebodyWaits(): Promise<void> {
  const isWaiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await db.execute(isWaiting)).length === 0);
}

async function withWriters(count: number, work: (writers: Database[]) => Promise<void>): Promise<void> {
  const writers = Array.from({ length: count }, () => connect(url, { max: 1 }));
  try {
    await work(writers.map((writer) => writer.db));
  } finally {
    await Promise.all(writers.map((writer) => writer.close()));
  }
}
