import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { calls, legs } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { makeCallId } from "@/server/domain/calls/call-id";
import { type CallId, NoteId, type UserId } from "@/server/domain/identifiers";
import { type CallScope, callScopeOf, systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { FEW_MAX } from "@/server/store/calls/few-calls";
import { findCalls } from "@/server/store/calls/find-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const minute = 60_000;
const few = 40;
const count = 2 * FEW_MAX;

/** Handled every call but each fifth; of the notes, which each call has, one in seven is about something else. */
let agent: UserId;
const isOwn = (index: number) => index % 5 > 0;
const noteOf = (index: number) => (index % 7 === 0 ? "An exchange" : "A refund");

/** Calls by start; the first `few` of them are of somebody else, and every third waited. */
const drawn = Array.from({ length: count + few }, (_, index) => ({
  callId: makeCallId(someInstant + index * minute, `test\0${index}`),
  startedAt: someInstant + index * minute,
  customerName: index < few ? "Rare Bird" : "Common Name",
  visitCount: index % 3 === 0 ? 1 : 0,
  waitMs: index % 3 === 0 ? (index * 7919) % 100_003 : 0,
}));

beforeAll(async () => {
  agent = (await createUser(db)).userId;
  const author = (await createUser(db)).userId;
  await ensurePartitions(db, someInstant, someInstant + drawn.length * minute);
  for (let from = 0; from < drawn.length; from += 1000) {
    const some = drawn.slice(from, from + 1000).map((one, place) => ({ one, index: from + place }));
    await db
      .insert(calls)
      .values(some.map(({ one, index }) => ({ ...nothing, ...one, agentIds: isOwn(index) ? [agent] : [] })));
    await db.insert(legs).values(
      some
        .filter(({ index }) => isOwn(index))
        .map(({ one: { callId, startedAt } }) => ({
          callId,
          ordinal: 1,
          kind: "queue" as const,
          agentId: agent,
          offeredAt: startedAt,
          endedAt: startedAt,
          outcome: "missed" as const,
          ringMs: 0,
        })),
    );
    await db.insert(notes).values(
      some.map(({ one: { callId, startedAt }, index }) => ({
        noteId: NoteId.parse(randomUUID()),
        callId,
        authorId: author,
        body: noteOf(index),
        revision: 1,
        createdAt: startedAt,
      })),
    );
  }
});

const nothing = {
  direction: "inbound" as const,
  outcome: "abandoned" as const,
  keyTrack: "",
  ...{ ivrMs: 0, talkMs: 0, holdMs: 0, wrapUpMs: 0, handleMs: 0, offerCount: 0, transferCount: 0 },
};

type Drawn = (typeof drawn)[number];

async function find(
  filter: Omit<ReadCallFilter, "deleted">,
  by: "start" | "wait",
  scope: CallScope = systemCallScope,
): Promise<CallId[]> {
  const found = await findCalls(db, {
    scope,
    filter: { ...filter, deleted: "without" },
    sort: { by, order: "descending" },
    limit: 50,
  });
  return found.map(({ callId }) => callId);
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

test.each([
  { name: "a word that more than a few notes have", filter: { noteText: "refund" }, word: "refund" },
  { name: "the same as a text", filter: { text: "refund" }, word: "refund" },
  { name: "a word of a few notes", filter: { noteText: "exchange" }, word: "exchange" },
])("an agent of more than a few calls finds those with $name in their order", async ({ filter, word }) => {
  const own = drawn.filter((_, index) => isOwn(index) && noteOf(index).includes(word));
  const page = (order: typeof newest) =>
    own
      .toSorted(order)
      .slice(0, 50)
      .map(({ callId }) => callId);
  const scope = callScopeOf({ userId: agent, name: "An agent", role: "agent" });
  expect(await find(filter, "start", scope)).toEqual(page(newest));
  expect(await find(filter, "wait", scope)).toEqual(page(longest));
});
