import { beforeAll, expect, test } from "vitest";
import { calls } from "@/drizzle/schema/calls";
import { makeCallId } from "@/server/domain/calls/call-id";
import type { CallId } from "@/server/domain/identifiers";
import { systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { FEW_MAX } from "@/server/store/calls/few-calls";
import { findCallIds } from "@/server/store/calls/find-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const minute = 60_000;
const few = 40;
const count = FEW_MAX + few;

/** Calls by start; the first `few` of them are of somebody else, and every third waited. */
const drawn = Array.from({ length: count + few }, (_, index) => ({
  callId: makeCallId(someInstant + index * minute, `test\0${index}`),
  startedAt: someInstant + index * minute,
  customerName: index < few ? "Rare Bird" : "Common Name",
  visitCount: index % 3 === 0 ? 1 : 0,
  waitMs: index % 3 === 0 ? (index * 7919) % 100_003 : 0,
}));

beforeAll(async () => {
  await ensurePartitions(db, someInstant, someInstant + (count + few) * minute);
  const nothing = {
    ivrMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapUpMs: 0,
    handleMs: 0,
    offerCount: 0,
    transferCount: 0,
  };
  for (let from = 0; from < drawn.length; from += 1000) {
    const some = drawn.slice(from, from + 1000);
    await db
      .insert(calls)
      .values(
        some.map((one) => ({
          direction: "inbound" as const,
          outcome: "abandoned" as const,
          keyTrack: "",
          ...nothing,
          ...one,
        })),
      );
  }
});

type Drawn = (typeof drawn)[number];

function find(filter: Omit<ReadCallFilter, "deleted">, by: "start" | "wait"): Promise<CallId[]> {
  return findCallIds(db, {
    scope: systemCallScope,
    filter: { ...filter, deleted: "without" },
    sort: { by, order: "descending" },
    limit: 50,
  });
}

const newest = (one: Drawn, other: Drawn) => other.startedAt - one.startedAt;
const longest = (one: Drawn, other: Drawn) =>
  other.visitCount - one.visitCount || other.waitMs - one.waitMs || newest(one, other);

test.each([
  { name: "more than a few calls have", filter: { customerName: "common" }, of: "Common Name" },
  { name: "more than a few calls have, as a text", filter: { text: "common" }, of: "Common Name" },
  { name: "a few calls have", filter: { customerName: "bird rare" }, of: "Rare Bird" },
  { name: "a few calls have, as a text", filter: { text: "bird" }, of: "Rare Bird" },
])("the first page of a name that $name holds its calls in their order", async ({ filter, of }) => {
  const named = drawn.filter(({ customerName }) => customerName === of);
  const page = (order: typeof newest) =>
    named
      .toSorted(order)
      .slice(0, 50)
      .map(({ callId }) => callId);
  expect(await find(filter, "start")).toEqual(page(newest));
  expect(await find(filter, "wait")).toEqual(page(longest));
});
