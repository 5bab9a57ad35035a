import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { openLegs } from "@/drizzle/schema/calls";
import { recordCallEvents } from "@/server/commands/calls/record-call-events";
import type { CallEvent } from "@/server/domain/calls/event";
import type { UserId } from "@/server/domain/identifiers";
import { Role } from "@/server/domain/people/role";
import { system } from "@/server/domain/people/viewer";
import { createSkillGroup, createUser, createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const ctx = { db, actor: system, now: () => someInstant };
let queue: Pick<Extract<CallEvent, { type: "queueEntered" }>, "skillGroupId">;

beforeAll(async () => {
  const { skillGroupId } = await createSkillGroup(db);
  queue = { skillGroupId };
});

/** A call that rings the agent. */
function ringing(agentId: UserId): CallEvent[] {
  const party = {
    customerNumber: null,
    customerName: null,
    customerRef: null,
    lineNumber: null,
    place: null,
  };
  const settings = { priority: 0, serviceLevelSeconds: 20, shortAbandonSeconds: 5, ruleSetVersion: null };
  return [
    { type: "callArrived", ...party, at: someInstant, sourceId: "1" },
    { type: "queueEntered", ...queue, ...settings, at: someInstant, sourceId: "2" },
    { type: "agentOffered", agentId, at: someInstant + 1000, sourceId: "3" },
  ];
}

function record(providerCallId: string, events: CallEvent[]) {
  return recordCallEvents(ctx, { provider: "live", calls: [{ providerCallId, events }] });
}

test.each(Role.options)("a person who is %s may not say what happened to calls", async (role) => {
  const { userId: agentId } = await createUser(db);
  const calls = [{ providerCallId: randomUUID(), events: ringing(agentId) }];
  const asPerson = { ...ctx, actor: await createViewer(db, role) };
  expect(await recordCallEvents(asPerson, { provider: "live", calls })).toMatchObject({
    reason: "missing_permission",
  });
});

test("an agent is occupied from the ring until the wrap-up is over", async () => {
  const { userId: agentId } = await createUser(db);
  const call = randomUUID();
  const occupied = () => db.select().from(openLegs).where(eq(openLegs.agentId, agentId));
  await record(call, ringing(agentId));
  expect(await occupied()).toMatchObject([{ ringing: true, legOrdinal: 1 }]);
  await record(call, [{ type: "agentAnswered", agentId, at: someInstant + 3000, sourceId: "4" }]);
  expect(await occupied()).toMatchObject([{ ringing: false }]);
  await record(call, [
    { type: "callerHungUp", at: someInstant + 9000, sourceId: "5" },
    { type: "wrapUpStarted", agentId, at: someInstant + 9000, sourceId: "6" },
  ]);
  expect(await occupied()).toHaveLength(1);
  await record(call, [{ type: "wrapUpFinished", agentId, at: someInstant + 12_000, sourceId: "7" }]);
  expect(await occupied()).toEqual([]);
});

test("a second call is never offered to an agent who has one", async () => {
  const { userId: agentId } = await createUser(db);
  expect(await record(randomUUID(), ringing(agentId))).toMatchObject({ ok: true });
  const second = randomUUID();
  expect(await record(second, ringing(agentId))).toMatchObject({ ok: false, reason: "agent_busy" });
  const again = await record(second, ringing(agentId));
  expect(again).toMatchObject({ reason: "agent_busy" });
});

test("a call is never offered to two agents at once", async () => {
  const [first, second] = [await createUser(db), await createUser(db)];
  const events: CallEvent[] = [
    ...ringing(first.userId),
    { type: "agentOffered", agentId: second.userId, at: someInstant + 2000, sourceId: "4" },
  ];
  expect(await record(randomUUID(), events)).toMatchObject({ ok: false, reason: "offer_open" });
});

test("of two writers who offer the same agent a call at once, one is refused", async () => {
  const { userId: agentId } = await createUser(db);
  const both = await Promise.all([
    record(randomUUID(), ringing(agentId)),
    record(randomUUID(), ringing(agentId)),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});
