import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { presencePeriods } from "@/drizzle/schema/presence";
import { recordPresence } from "@/server/commands/presence/record-presence";
import { UserId } from "@/server/domain/identifiers";
import { Role } from "@/server/domain/people/role";
import { system } from "@/server/domain/people/viewer";
import { readFreeIdle } from "@/server/store/presence/free-idle";
import { createUser, createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const ctx = { db, actor: system, now: () => someInstant };

const free = { status: "idle", state: "free" } as const;
const ringing = { status: "idle", state: "ringing" } as const;

const periodsOf = (agentId: UserId) =>
  db
    .select()
    .from(presencePeriods)
    .where(eq(presencePeriods.agentId, agentId))
    .orderBy(asc(presencePeriods.startedAt));

async function freeIdleOf(agentId: UserId): Promise<number | undefined> {
  const [from, until] = [someInstant - 1000, someInstant + 100_000];
  return (await readFreeIdle(db, { from, until, now: until, agentIds: [agentId] })).get(agentId);
}

test("a change closes the open period, and telling it again changes nothing", async () => {
  const { userId: agentId } = await createUser(db);
  const changes = [
    { agentId, at: someInstant, ...free },
    { agentId, at: someInstant + 7000, ...ringing },
  ];
  expect(await recordPresence(ctx, { changes })).toMatchObject({ value: 2 });
  const periods = [
    { agentId, startedAt: someInstant, endedAt: someInstant + 7000, ...free },
    { agentId, startedAt: someInstant + 7000, endedAt: null, ...ringing },
  ];
  expect(await periodsOf(agentId)).toEqual(periods);
  for (const again of [changes, ...changes.map((change) => [change])]) {
    expect(await recordPresence(ctx, { changes: again })).toMatchObject({ value: 0 });
  }
  expect(await periodsOf(agentId)).toEqual(periods);
  expect(await freeIdleOf(agentId)).toBe(7000);
});

test("a change that contradicts what is known is refused, and nothing of its batch is kept", async () => {
  const [{ userId: agentId }, { userId: otherId }] = [await createUser(db), await createUser(db)];
  await recordPresence(ctx, { changes: [{ agentId, at: someInstant, ...free }] });
  const changes = [
    { agentId: otherId, at: someInstant, ...free },
    { agentId, at: someInstant - 1, ...ringing },
  ];
  expect(await recordPresence(ctx, { changes })).toMatchObject({ reason: "presence_out_of_order" });
  expect(await periodsOf(otherId)).toEqual([]);
});

test.each(Role.options)("a person who is %s may not say what agents have become", async (role) => {
  const { userId: agentId } = await createUser(db);
  const asPerson = { ...ctx, actor: await createViewer(db, role) };
  expect(await recordPresence(asPerson, { changes: [{ agentId, at: someInstant, ...free }] })).toMatchObject({
    reason: "missing_permission",
  });
});

test("the presence of somebody unknown is refused", async () => {
  const changes = [{ agentId: UserId.parse(randomUUID()), at: someInstant, ...free }];
  expect(await recordPresence(ctx, { changes })).toMatchObject({ reason: "person_not_found" });
});

test("two who tell the same at the same moment record it once", async () => {
  const { userId: agentId } = await createUser(db);
  await recordPresence(ctx, { changes: [{ agentId, at: someInstant, ...free }] });
  const changes = [{ agentId, at: someInstant + 5000, ...ringing }];
  const told = await Promise.all([recordPresence(ctx, { changes }), recordPresence(ctx, { changes })]);
  expect(told.map((outcome) => outcome.ok && outcome.value).toSorted()).toEqual([0, 1]);
  expect(await freeIdleOf(agentId)).toBe(5000);
});

test("the database itself refuses a second open period and one that overlaps another", async () => {
  const { userId: agentId } = await createUser(db);
  const period = { agentId, startedAt: someInstant, endedAt: someInstant + 10, ...free };
  await db.insert(presencePeriods).values(period);
  const overlapping = { ...period, startedAt: someInstant + 9, endedAt: someInstant + 20 };
  await expect(db.insert(presencePeriods).values(overlapping)).rejects.toMatchObject({
    cause: { constraint_name: "presence_period_no_overlap" },
  });
  await db.insert(presencePeriods).values({ ...period, startedAt: someInstant + 10, endedAt: null });
  await expect(
    db.insert(presencePeriods).values({ ...period, startedAt: someInstant + 30, endedAt: null }),
  ).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^23(505|P01)$/) } });
});
