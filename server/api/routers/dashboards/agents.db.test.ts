import { callTRPCProcedure } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { appRouter, createCaller } from "@/server/api/root";
import { recordPresence } from "@/server/commands/presence/record-presence";
import type { UserId } from "@/server/domain/identifiers";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { system, type Viewer } from "@/server/domain/people/viewer";
import { createViewer, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const hour = 3_600_000;
const period = { from: someInstant, until: someInstant + 4 * hour };
const now = period.until;

let ana: Viewer;
let bo: Viewer;
let manager: Viewer;

// Ana took two calls and was free for an hour; Bo took one, and nothing is known of his presence.
beforeAll(async () => {
  [ana, bo, manager] = await Promise.all([
    createViewer(db, "agent"),
    createViewer(db, "agent"),
    createViewer(db, "manager"),
  ]);
  await createCall(db, { agentId: ana.userId, startedAt: someInstant });
  await createCall(db, { agentId: ana.userId, startedAt: someInstant + hour });
  await createCall(db, { agentId: bo.userId, startedAt: someInstant + 2 * hour });
  const ctx = { db, actor: system, now: () => now };
  const free = { agentId: ana.userId, state: "free" } as const;
  const changes = [
    { ...free, at: someInstant, status: "idle" },
    { ...free, at: someInstant + hour, status: "offline" },
  ] as const;
  expect(await recordPresence(ctx, { changes: [...changes] })).toMatchObject({ ok: true });
});

const apiFor = (viewer: Viewer) => createCaller({ db, viewer, now: () => now });
const ofAgents = (filter: FigureFilter = {}, compare: { filter: FigureFilter } | null = null) =>
  apiFor(manager).dashboards.agents.figures({
    ...period,
    filter,
    compare: compare && { ...period, ...compare, areAgents: true },
  });

/** What a browser could send, whatever it is. */
async function ask(viewer: Viewer, path: string, input: unknown): Promise<unknown> {
  const ctx = { db, viewer, now: () => now };
  const asked = { path, ctx, type: "query", signal: undefined, batchIndex: 0 } as const;
  const router = appRouter;
  return await callTRPCProcedure({ router, ...asked, getRawInput: () => Promise.resolve(input) });
}

async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "OK";
  } catch (error) {
    return z.object({ code: z.string() }).parse(error).code;
  }
}

describe("an agent's own figures", () => {
  const boundaries = [period.from, period.from + hour, period.until];
  const path = "dashboards.own.figures";

  test("are the viewer's, interval by interval", async () => {
    const own = await apiFor(ana).dashboards.own.figures({ boundaries });
    expect(own).toMatchObject({
      agentId: ana.userId,
      figures: { answered: 2, handle: { n: 2, meanMs: 71_000 } },
    });
    expect(own.intervals.map(({ answered }) => answered)).toEqual([1, 1]);
    const other = await apiFor(bo).dashboards.own.figures({ boundaries });
    expect(other).toMatchObject({ agentId: bo.userId, figures: { answered: 1, occupancy: null } });
  });

  test("are nobody else's, by whatever input", async () => {
    const name = bo.userId;
    const inputs = [
      { agentId: name },
      { userId: name },
      { agentIds: [name] },
      { viewer: { userId: name } },
      { filter: { agentIds: [name] } },
      { filter: {} },
    ];
    for (const input of inputs)
      expect(await codeOf(ask(ana, path, { boundaries, ...input }))).toBe("BAD_REQUEST");
    expect(await ask(ana, path, { boundaries })).toMatchObject({
      agentId: ana.userId,
      figures: { answered: 2 },
    });
  });

  test("are the only ones that agents may read", async () => {
    const figures = "dashboards.agents.figures";
    for (const agentId of [ana.userId, bo.userId]) {
      const input = { ...period, filter: { agentIds: [agentId] }, compare: null };
      expect(await codeOf(ask(ana, figures, input))).toBe("FORBIDDEN");
      expect(await codeOf(ask(manager, figures, input))).toBe("OK");
    }
  });

  test("of somebody without any call are there, and empty", async () => {
    const newcomer = await createViewer(db, "agent");
    const { figures } = await apiFor(newcomer).dashboards.own.figures({ boundaries });
    expect(figures).toMatchObject({ answered: 0, handle: null, rona: null, occupancy: null });
  });
});

describe("the figures of agents", () => {
  const figuresOf = ({ agents }: Awaited<ReturnType<typeof ofAgents>>, agentId: UserId) =>
    agents.find((agent) => agent.agentId === agentId)?.figures;

  test("add up to those of the floor", async () => {
    const answer = await ofAgents();
    expect(new Set(answer.agents.map(({ name }) => name))).toEqual(new Set([ana.name, bo.name]));
    expect(answer).toMatchObject({ floor: { answered: 3 }, visits: { answered: 3, abandoned: 0 } });
    expect(answer.agents.reduce((sum, { figures }) => sum + figures.answered, 0)).toBe(3);
  });

  test("count what their calls' list holds", async () => {
    const { agents } = await ofAgents();
    for (const { agentId, figures } of agents) {
      const cohort = { ...period, filter: { agentIds: [agentId] } };
      const count = (of: { unit: "leg"; finished: true } | { unit: "offer" }) =>
        apiFor(manager).cohorts.count({ cohort: { ...cohort, ...of }, filter: { deleted: "without" } });
      expect(await count({ unit: "leg", finished: true })).toMatchObject({ records: figures.handle?.n });
      expect(await count({ unit: "offer" })).toMatchObject({ records: figures.rona?.whole });
    }
  });

  test("know an occupancy only where presence was recorded, and of an agent's whole work", async () => {
    const answer = await ofAgents();
    const busyMs = 2 * 75_000;
    expect(figuresOf(answer, ana.userId)?.occupancy).toMatchObject({ part: busyMs, whole: busyMs + hour });
    expect(figuresOf(answer, bo.userId)?.occupancy).toBeNull();
    expect(answer.floor.occupancy).toEqual(figuresOf(answer, ana.userId)?.occupancy);
    expect(answer).toMatchObject({ countsAllWork: true, presentAgents: 1 });

    const inbound = await ofAgents({ direction: "inbound" });
    expect(figuresOf(inbound, ana.userId)).toMatchObject({ answered: 2, occupancy: null });
    expect(inbound).toMatchObject({ countsAllWork: false, floor: { occupancy: null } });
  });

  test("of chosen agents are held against the spread of everybody's, and beside other agents", async () => {
    const everybody = await ofAgents();
    const chosen = await ofAgents({ agentIds: [ana.userId] }, { filter: { agentIds: [bo.userId] } });
    expect(chosen.agents.map(({ agentId }) => agentId)).toEqual([ana.userId]);
    expect(chosen.beside?.map(({ agentId }) => agentId)).toEqual([bo.userId]);
    expect(chosen.compared).toBeNull();
    expect(chosen.spread).toEqual(everybody.spread);
  });

  test("stand beside the same agents' of another period", async () => {
    const [first, second] = [
      { from: period.from, until: period.from + hour },
      { from: period.from + hour, until: period.until },
    ];
    const compare = { ...first, filter: {}, areAgents: false };
    const answer = await apiFor(manager).dashboards.agents.figures({ ...second, filter: {}, compare });
    const befores = answer.agents.map(({ agentId, figures, before }) => [
      agentId,
      figures.answered,
      before?.answered ?? null,
    ]);
    expect(befores).toEqual(
      expect.arrayContaining([
        [ana.userId, 1, 1],
        [bo.userId, 1, null],
      ]),
    );
    expect(answer.beside).toBeNull();
  });

  test("that worked in the compared period alone stand there too, without any of their own", async () => {
    const third = { from: period.from + 2 * hour, until: period.until };
    const compare = { from: period.from, until: third.from, filter: {}, areAgents: false };
    const answer = await apiFor(manager).dashboards.agents.figures({ ...third, filter: {}, compare });
    const anas = answer.agents.find(({ agentId }) => agentId === ana.userId);
    expect(anas).toMatchObject({
      name: ana.name,
      figures: { answered: 0, handle: null },
      before: { answered: 2 },
    });
  });
});
