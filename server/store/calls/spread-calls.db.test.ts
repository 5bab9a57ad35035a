import { beforeAll, expect, test } from "vitest";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import { makeCallId } from "@/server/domain/calls/call-id";
import { durationEdges } from "@/server/domain/calls/duration-edges";
import type { UserId } from "@/server/domain/identifiers";
import { callScopeOf, systemCallScope } from "@/server/domain/people/viewer";
import { spreadCalls } from "@/server/store/calls/spread-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

let agentId: UserId;

/** Province, wait and talk of each call; a call without a wait was never queued, one without a talk never answered. */
const stories = [
  { province: "Jiangsu", waitMs: 0, talkMs: 61_000 },
  { province: "Jiangsu", waitMs: 4999, talkMs: null },
  { province: "Tibet", waitMs: 5000, talkMs: 59_999 },
  { province: null, waitMs: null, talkMs: 7_200_000 },
  { province: "Tibet", waitMs: 5000, talkMs: null, deleted: true },
];

beforeAll(async () => {
  agentId = (await createUser(db)).userId;
  await ensurePartitions(db, someInstant, someInstant);
  for (const [index, { province, waitMs, talkMs, deleted }] of stories.entries()) {
    const callId = makeCallId(someInstant, `spread\0${index}`);
    await db.insert(calls).values({
      ...{ callId, direction: "inbound", outcome: "answered", startedAt: someInstant, province },
      ...{
        answeredAt: talkMs === null ? null : someInstant,
        ivrMs: 0,
        waitMs: waitMs ?? 0,
        talkMs: talkMs ?? 0,
      },
      ...{
        holdMs: 0,
        wrapUpMs: 0,
        handleMs: talkMs ?? 0,
        visitCount: waitMs === null ? 0 : 1,
        offerCount: 0,
      },
      ...{ transferCount: 0, keyTrack: "", agentIds: index === 0 ? [agentId] : [] },
    });
    if (deleted)
      await db
        .insert(callDeletions)
        .values({ callId, deletedAt: someInstant, deletedBy: agentId, reason: "twice" });
  }
});

/** The bars that hold calls, by the duration they begin at. */
const held = (counts: readonly number[]) =>
  Object.fromEntries(counts.flatMap((count, bar) => (count > 0 ? [[durationEdges[bar], count]] : [])));

test("calls are counted by province and by duration, without deleted ones and without gaps taken for zeroes", async () => {
  const spread = await spreadCalls(db, systemCallScope, { deleted: "without" });
  expect(spread.sampleOf).toBeNull();
  expect(spread.provinces).toEqual({ Jiangsu: 2, Tibet: 1 });
  expect(held(spread.wait)).toEqual({ 0: 2, 5000: 1 });
  expect(held(spread.talk)).toEqual({ 45000: 1, 60000: 1, 3600000: 1 });
});

test("what is chosen already does not hide what else could be chosen of its kind, but narrows the others", async () => {
  const spread = await spreadCalls(db, systemCallScope, {
    deleted: "without",
    provinces: ["Tibet"],
    wait: { min: 5000 },
  });
  expect(spread.provinces).toEqual({ Tibet: 1 });
  expect(held(spread.wait)).toEqual({ 5000: 1 });
  expect(held(spread.talk)).toEqual({ 45000: 1 });
  const ofTibet = await spreadCalls(db, systemCallScope, { deleted: "without", provinces: ["Tibet"] });
  expect(ofTibet.provinces).toEqual({ Jiangsu: 2, Tibet: 1 });
});

test("an agent is told of the calls in sight alone", async () => {
  const scope = callScopeOf({ userId: agentId, name: "An agent", role: "agent" });
  expect((await spreadCalls(db, scope, { deleted: "without" })).provinces).toEqual({ Jiangsu: 1 });
});
