import { beforeAll, describe, expect, test } from "vitest";
import { callDeletions } from "@/drizzle/schema/calls";
import { exportCalls } from "@/server/api/export-calls";
import { createCaller } from "@/server/api/root";
import { newestFirst } from "@/server/domain/calls/call-filter";
import { AGENTS, eventsOf } from "@/server/domain/calls/life-notation";
import type { CallId } from "@/server/domain/identifiers";
import { Cohort, type Unit } from "@/server/domain/metrics/cohort";
import type { Viewer } from "@/server/domain/people/viewer";
import { cursorOfRecord, type RecordCursor } from "@/server/store/metrics/cohort-records";
import { createViewer, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { recordGenerated } from "@/server/testing/recorded-facts";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const hour = 3_600_000;
const filter = { deleted: "without" } as const;

let ana: Viewer;
let bo: Viewer;
let manager: Viewer;
let deleted: CallId;

// An hour apart each: Ana's, Bo's, and one of Ana's whose record was deleted.
beforeAll(async () => {
  [ana, bo, manager] = await Promise.all([
    createViewer(db, "agent"),
    createViewer(db, "agent"),
    createViewer(db, "manager"),
  ]);
  await createCall(db, { agentId: ana.userId, startedAt: someInstant });
  await createCall(db, { agentId: bo.userId, startedAt: someInstant + hour, customerNumber: null });
  deleted = await createCall(db, { agentId: ana.userId, startedAt: someInstant + 2 * hour });
  await db
    .insert(callDeletions)
    .values({ callId: deleted, deletedAt: someInstant, deletedBy: manager.userId, reason: "test" });
});

const apiFor = (viewer: Viewer) => createCaller({ db, viewer, now: () => someInstant });

function cohortOf(unit: Unit, conditions: Record<string, unknown> = {}): Cohort {
  return Cohort.parse({ unit, from: someInstant, until: someInstant + 3 * hour, filter: {}, ...conditions });
}

function listFor(viewer: Viewer, cohort: Cohort) {
  return apiFor(viewer).cohorts.list({ cohort, filter, order: "ascending" });
}

describe("the records behind a figure", () => {
  test("are counted and listed with deleted ones, each marked", async () => {
    const cohort = cohortOf("visit", { visitOutcomes: ["answered"], wait: { min: 7000, below: 7001 } });
    expect(await apiFor(manager).cohorts.count({ cohort, filter })).toEqual({ records: 3, calls: 3 });
    const { rows, previous, next } = await listFor(manager, cohort);
    expect(rows.map(({ deletedAt }) => deletedAt)).toEqual([null, null, someInstant]);
    expect([previous, next]).toEqual([null, null]);
  });

  test.each<[Unit, Record<string, unknown>, Record<string, unknown>]>([
    ["call", { outcome: "answered", talkMs: 60_000 }, { outcome: null, at: someInstant }],
    ["visit", { waitMs: 7000 }, { outcome: "answered", at: someInstant + 2000, ringMs: null }],
    ["offer", { talkMs: 60_000 }, { outcome: "answered", end: null, at: someInstant + 5000, ringMs: 4000 }],
    [
      "leg",
      { talkMs: 60_000, handleMs: 71_000 },
      { outcome: "ended", end: "caller", at: someInstant + 9000 },
    ],
  ])("show each %s with its own time, outcome and durations", async (unit, row, record) => {
    const { rows } = await listFor(manager, cohortOf(unit));
    expect(rows[0]).toMatchObject({ agentName: ana.name, ...row, record: { unit, ...record } });
  });

  test("never show the whole number", async () => {
    const { rows } = await listFor(manager, cohortOf("call"));
    expect(rows[0]?.customerNumber).toBe("+86 138 •••• 5678");
  });

  test.each<Unit>(["call", "visit", "offer", "leg"])("are an agent's own, for each %s", async (unit) => {
    const { rows } = await listFor(bo, cohortOf(unit));
    expect(rows.map(({ agentName }) => agentName)).toEqual([bo.name]);
  });

  test.each<Unit>(["call", "visit", "offer", "leg"])(
    "are as many for an agent as the figure counts, the deleted %s among them and marked",
    async (unit) => {
      const cohort = cohortOf(unit);
      expect(await apiFor(ana).cohorts.count({ cohort, filter })).toEqual({ records: 2, calls: 2 });
      const { rows } = await listFor(ana, cohort);
      expect(rows.map(({ deletedAt }) => deletedAt)).toEqual([null, someInstant]);
    },
  );

  test("say which calls may be opened: a deleted one by those who see deleted calls", async () => {
    const mayOpen = async (viewer: Viewer) =>
      (await listFor(viewer, cohortOf("leg"))).rows.filter(({ callId }) => callId === deleted)[0]?.mayOpen;
    expect(await mayOpen(manager)).toBe(true);
    expect(await mayOpen(ana)).toBe(false);
    await expect(apiFor(ana).callRecord.byId({ callId: deleted })).rejects.toThrow();
  });

  test("are walked call by call, by an agent past the deleted one that may not be opened", async () => {
    const cohort = cohortOf("visit");
    const around = (viewer: Viewer, at: RecordCursor) =>
      apiFor(viewer).cohorts.around({ cohort, filter, order: "ascending", at });
    const { rows } = await listFor(manager, cohort);
    const [first, second, third] = rows.map(cursorOfRecord);
    if (!(first && second && third)) throw new Error("three visits were recorded");
    expect(await around(manager, second)).toEqual({ previous: first, next: third });
    expect(await around(ana, first)).toEqual({ previous: null, next: null });
  });

  test("are not an agent's to pick the deleted ones from", async () => {
    const only = { cohort: cohortOf("leg"), filter: { deleted: "only" as const } };
    await expect(apiFor(ana).cohorts.count(only)).rejects.toThrow();
  });

  test("are, in a call that agents shared, each agent's own parts alone", async () => {
    const { Ana, Cy } = AGENTS;
    await recordGenerated(db, [
      {
        events: eventsOf(`0 callArrived, 2 queueEntered Orders, 5 agentOffered Ana, 7 agentAnswered Ana,
        55 transferStarted Ana Cy, 61 agentOffered Cy, 62 agentAnswered Cy, 72 callerHungUp`),
      },
    ]);
    for (const [userId, at] of [
      [Ana, 7000],
      [Cy, 62_000],
    ] as const) {
      const { rows } = await listFor({ ...ana, userId }, cohortOf("leg", { from: 0, until: 100_000 }));
      expect(rows.map(({ record }) => record.at)).toEqual([at]);
    }
  });

  test("can be filtered further by their calls", async () => {
    const { rows } = await apiFor(manager).cohorts.list({
      cohort: cohortOf("leg"),
      filter: { deleted: "only", agentIds: [ana.userId] },
      order: "descending",
    });
    expect(rows.map(({ callId }) => callId)).toEqual([deleted]);
  });

  test("leave as a file with one line for each", async () => {
    const exported = await exportCalls(
      { db, viewer: manager, now: () => someInstant },
      {
        cohort: cohortOf("visit"),
        filter,
        sort: newestFirst,
        columns: ["agent"],
        headings: ["Agent"],
        cellsOf: ({ agentName, record }) => [`${agentName} ${record?.outcome}`],
      },
    );
    const text = exported.ok ? await new Response(exported.value).text() : "";
    const agents = [ana, bo, ana].map(({ name }) => `${name} answered`);
    expect(text.trim().split("\r\n").slice(1)).toEqual(agents);
  });
});
