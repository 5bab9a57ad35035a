import { asc, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { presenceRollups } from "@/drizzle/schema/presence";
import { recordPresence } from "@/server/commands/presence/record-presence";
import type { UserId } from "@/server/domain/identifiers";
import { system } from "@/server/domain/people/viewer";
import { freeIdleWithin, type PresenceChange, type PresencePeriod } from "@/server/domain/presence/presence";
import { periodsAfter, walkPresence } from "@/server/domain/presence/presence-walk";
import { readFreeIdle } from "@/server/store/presence/free-idle";
import { rebuildPresenceRollup } from "@/server/store/presence/rebuild-presence-rollup";
import { rebuildRollups } from "@/server/store/rollups/rebuild-rollups";
import { verifyRollups } from "@/server/store/rollups/verify-rollups";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const step = fc.record({
  ms: fc.oneof(fc.nat(5 * HOUR_MS), fc.constantFrom(1, HOUR_MS, DAY_MS, 9 * DAY_MS)),
  choice: fc.nat(47),
});
const agents = new Map<UserId, readonly PresencePeriod[]>();

const ctx = { db, actor: system, now: () => someInstant };

/** Tells the changes in two portions, so that a period is open in between. */
async function record(changes: PresenceChange[]): Promise<void> {
  const middle = changes.findIndex(({ at }) => at > someInstant + DAY_MS);
  for (const portion of [changes.slice(0, Math.max(middle, 1)), changes]) {
    if (portion.length > 0)
      expect(await recordPresence(ctx, { changes: portion })).toMatchObject({ ok: true });
  }
}

beforeAll(async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const { userId } = await createUser(db);
    const steps = fc.sample(step, { seed, numRuns: 5 * (seed - 1) });
    const changes = walkPresence({ agentId: userId, start: someInstant }, steps);
    agents.set(userId, periodsAfter(changes));
    await record(changes);
  }
});

const rollupRows = () =>
  db
    .select()
    .from(presenceRollups)
    .orderBy(asc(presenceRollups.grain), asc(presenceRollups.at), asc(presenceRollups.agentId));

const hasPresenceWithin = (periods: readonly PresencePeriod[], from: number, until: number) =>
  periods.some(({ startedAt, endedAt }) => startedAt < until && (endedAt === null || endedAt > from));

describe("the time that agents were free while idle", () => {
  test("is that of their periods, whatever the period asked about, and unknown where there are none", async () => {
    const offset = fc.oneof(
      fc.integer({ min: -2 * DAY_MS, max: 20 * DAY_MS }),
      fc.integer({ min: -48, max: 480 }).map((hours) => hours * HOUR_MS),
      fc.integer({ min: -40, max: 60 }).map((days) => days * DAY_MS - 8 * HOUR_MS),
    );
    await fc.assert(
      fc.asyncProperty(offset, offset, offset, async (one, other, asked) => {
        const [from, until, now] = [one, other, asked].map((ms) => someInstant + ms);
        if (from === undefined || until === undefined || now === undefined) return;
        const expected = [...agents]
          .filter(([, periods]) => from < until && hasPresenceWithin(periods, from, until))
          .map(([agentId, periods]) => [agentId, freeIdleWithin(periods, { from, until, now })] as const);
        expect(await readFreeIdle(db, { from, until, now })).toEqual(new Map(expected));
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test("is read of the agents asked about only", async () => {
    const [agentId] = [...agents].findLast(([, periods]) => periods.length > 0) ?? [];
    if (agentId === undefined) throw new Error("nobody has a presence");
    const span = { from: someInstant, until: someInstant + 90 * DAY_MS, now: someInstant + 90 * DAY_MS };
    const freeIdle = await readFreeIdle(db, { ...span, agentIds: [agentId] });
    expect(freeIdle).toEqual(new Map([[agentId, freeIdleWithin(agents.get(agentId) ?? [], span)]]));
    expect(await readFreeIdle(db, { ...span, agentIds: [] })).toEqual(new Map());
  });
});

test("verifying finds sums that were changed, lost or made up, and rebuilding mends them", async () => {
  const rows = await rollupRows();
  expect(rows.length).toBeGreaterThan(50);
  expect(new Set(rows.map(({ grain }) => grain))).toEqual(new Set(["hour", "day", "month"]));
  expect(await verifyRollups(db)).toEqual({ calls: 0, cells: rows.length, cellsDiffering: 0 });
  expect(await rebuildPresenceRollup(db)).toEqual({ cellsDiffering: 0 });

  await spoil(rows);
  expect(await verifyRollups(db)).toEqual({ calls: 0, cells: rows.length, cellsDiffering: 3 });
  await rebuildRollups(db);
  expect(await rollupRows()).toEqual(rows);
  await spoil(rows);
  expect(await rebuildPresenceRollup(db)).toEqual({ cellsDiffering: 3 });
  expect(await verifyRollups(db)).toMatchObject({ cellsDiffering: 0 });
});

async function spoil([first, second]: Awaited<ReturnType<typeof rollupRows>>): Promise<void> {
  const cell = (
    row: typeof first,
  ) => sql`grain = ${row?.grain} and at = ${new Date(row?.at ?? 0).toISOString()}
    and agent_id = ${row?.agentId}`;
  await db.execute(sql`delete from presence_rollup where ${cell(first)}`);
  await db.execute(sql`update presence_rollup set free_idle_ms = free_idle_ms + 1 where ${cell(second)}`);
  await db.execute(
    sql`insert into presence_rollup select 'hour', '2020-01-01', agent_id, 5 from presence_rollup limit 1`,
  );
}
