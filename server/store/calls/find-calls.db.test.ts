import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { callDeletions, calls, legs, openLegs, queueVisits } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { type CallFilter, type CallSort, newestFirst } from "@/server/domain/calls/call-filter";
import { makeCallId } from "@/server/domain/calls/call-id";
import { readNumberSearch } from "@/server/domain/calls/number-search";
import { CallOutcome } from "@/server/domain/calls/record";
import { type CallId, NoteId, type SkillGroupId, type UserId } from "@/server/domain/identifiers";
import { callScopeOf, systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { cursorOf } from "@/server/store/calls/call-order";
import { countCalls } from "@/server/store/calls/count-calls";
import { findCalls } from "@/server/store/calls/find-calls";
import type { CallListRequest } from "@/server/store/calls/read-page";
import { ensurePartitions } from "@/server/store/partitions";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

/** A call as the test drew it: what the filters are judged by. */
interface Drawn {
  readonly call: typeof calls.$inferInsert;
  readonly groups: readonly SkillGroupId[];
  readonly agents: readonly UserId[];
  readonly noteText: string | null;
  readonly deleted: boolean;
}

/** A seeded generator (mulberry32): the same calls in every run. */
function seeded(seed: number) {
  let state = seed;
  return (count: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

const hour = 3_600_000;
const noteTexts = [
  "客户要求退款，已登记",
  "Asked for a refund of order 17",
  "退货与退款",
  "O'Brien called \\ again",
  "发票",
];
const names = ["王伟", "欧阳伟 Wei", "Li Wen", "O'Brien, Wendy", "退款", null];
const drawn: Drawn[] = [];
let groups: SkillGroupId[] = [];
let agents: UserId[] = [];

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("drawn outside of the list");
  return item;
}

function draw(index: number, chance: (count: number) => number): Drawn {
  const startedAt = someInstant + chance(60) * 24 * hour + chance(24) * hour;
  const visits = chance(3);
  const answeredAt = chance(2) === 0 ? null : startedAt + 1000;
  const [waitMs, talkMs, wrapUpMs] = [chance(4) * 1000, chance(5) * 1000, chance(3) * 1000];
  return {
    call: {
      callId: makeCallId(startedAt, `test\0${index}`),
      direction: chance(4) === 0 ? "outbound" : "inbound",
      outcome: pick(CallOutcome.options, chance(CallOutcome.options.length)),
      startedAt,
      customerNumber: chance(8) === 0 ? null : `+861381234${String(chance(300)).padStart(4, "0")}`,
      customerName: pick(names, index % names.length),
      customerRef: chance(9) === 0 ? `customer ${chance(20)}` : null,
      province: pick(["Guangdong", "Jiangsu", null], chance(3)),
      verification: pick(["passed", "failed", "abandoned", null], chance(4)),
      answeredAt,
      ivrMs: 0,
      waitMs: visits > 0 ? waitMs : 0,
      talkMs: answeredAt === null ? 0 : talkMs,
      holdMs: 0,
      wrapUpMs: answeredAt === null ? 0 : wrapUpMs,
      handleMs: answeredAt === null ? 0 : talkMs + wrapUpMs,
      visitCount: visits,
      offerCount: 0,
      transferCount: 0,
      keyTrack: "",
    },
    groups: Array.from({ length: visits }, () => pick(groups, chance(groups.length))),
    agents: Array.from({ length: chance(3) }, () => pick(agents, chance(agents.length))),
    noteText: chance(3) === 0 ? pick(noteTexts, chance(noteTexts.length)) : null,
    deleted: chance(10) === 0,
  };
}

async function insertDrawn(author: UserId) {
  const at = someInstant;
  await db.insert(calls).values(
    drawn.map(({ call, groups: skillGroupIds, agents: agentIds }) => ({
      ...call,
      skillGroupIds: [...skillGroupIds],
      agentIds: [...agentIds],
    })),
  );
  await db.insert(queueVisits).values(
    drawn.flatMap(({ call, groups: visited }) =>
      visited.map((skillGroupId, index) => ({
        callId: call.callId,
        ordinal: index + 1,
        skillGroupId,
        enteredAt: at,
        leftAt: at,
        waitMs: 0,
        outcome: "overflowed" as const,
        priority: 0,
        serviceLevelSeconds: 20,
        shortAbandonSeconds: 5,
      })),
    ),
  );
  await db.insert(legs).values(
    drawn.flatMap(({ call, agents: offered }) =>
      offered.map((agentId, index) => ({
        callId: call.callId,
        ordinal: index + 1,
        kind: "queue" as const,
        agentId,
        offeredAt: at,
        outcome: "missed" as const,
      })),
    ),
  );
  const written = drawn.filter(({ noteText }) => noteText !== null);
  await db.insert(notes).values(
    written.flatMap(({ call, noteText }) => [
      {
        noteId: NoteId.parse(randomUUID()),
        callId: call.callId,
        authorId: author,
        body: noteText ?? "",
        revision: 1,
        createdAt: at,
      },
      // A deleted note is no note.
      {
        noteId: NoteId.parse(randomUUID()),
        callId: call.callId,
        authorId: author,
        body: "投诉",
        revision: 1,
        createdAt: at,
        deletedAt: at,
      },
    ]),
  );
  await db
    .insert(callDeletions)
    .values(
      drawn
        .filter(({ deleted }) => deleted)
        .map(({ call }) => ({ callId: call.callId, deletedAt: at, deletedBy: author, reason: "twice" })),
    );
}

beforeAll(async () => {
  groups = await Promise.all([1, 2, 3].map(async () => (await createSkillGroup(db)).skillGroupId));
  agents = await Promise.all([1, 2, 3, 4].map(async () => (await createUser(db)).userId));
  await ensurePartitions(db, someInstant, someInstant + 62 * 24 * hour);
  const chance = seeded(7);
  for (let index = 0; index < 600; index += 1) drawn.push(draw(index, chance));
  await insertDrawn(pick(agents, 0));
});

type Judge = (one: Drawn) => boolean;

/** Each filter, with the same thing said in plain TypeScript. */
const filters: [string, () => Partial<CallFilter>, () => Judge][] = [
  ["nothing", () => ({}), () => () => true],
  [
    "a time",
    () => ({ from: someInstant + 9 * 24 * hour, until: someInstant + 31 * 24 * hour }),
    () =>
      ({ call }) =>
        call.startedAt >= someInstant + 9 * 24 * hour && call.startedAt < someInstant + 31 * 24 * hour,
  ],
  [
    "an open beginning",
    () => ({ until: someInstant + 5 * hour }),
    () =>
      ({ call }) =>
        call.startedAt < someInstant + 5 * hour,
  ],
  [
    "a direction",
    () => ({ direction: "outbound" }),
    () =>
      ({ call }) =>
        call.direction === "outbound",
  ],
  [
    "outcomes",
    () => ({ outcomes: ["abandoned", "callback"] }),
    () =>
      ({ call }) =>
        call.outcome === "abandoned" || call.outcome === "callback",
  ],
  [
    "a group at any visit",
    () => ({ skillGroupIds: [pick(groups, 1)] }),
    () => (one) => one.groups.includes(pick(groups, 1)),
  ],
  [
    "an agent at any leg",
    () => ({ agentIds: [pick(agents, 2)] }),
    () => (one) => one.agents.includes(pick(agents, 2)),
  ],
  [
    "two agents",
    () => ({ agentIds: [pick(agents, 1), pick(agents, 3)] }),
    () => (one) => one.agents.includes(pick(agents, 1)) || one.agents.includes(pick(agents, 3)),
  ],
  [
    "a province",
    () => ({ provinces: ["Jiangsu"] }),
    () =>
      ({ call }) =>
        call.province === "Jiangsu",
  ],
  [
    "verifications",
    () => ({ verifications: ["failed", "abandoned"] }),
    () =>
      ({ call }) =>
        call.verification === "failed" || call.verification === "abandoned",
  ],
  [
    "a wait",
    () => ({ wait: { min: 1000, max: 2000 } }),
    () =>
      ({ call }) =>
        call.visitCount > 0 && call.waitMs >= 1000 && call.waitMs <= 2000,
  ],
  [
    "a wait of nothing",
    () => ({ wait: { max: 0 } }),
    () =>
      ({ call }) =>
        call.visitCount > 0 && call.waitMs === 0,
  ],
  [
    "a talk",
    () => ({ talk: { min: 3000 } }),
    () =>
      ({ call }) =>
        call.answeredAt !== null && call.talkMs >= 3000,
  ],
  [
    "a handle time",
    () => ({ handle: { max: 1000 } }),
    () =>
      ({ call }) =>
        call.answeredAt !== null && call.handleMs <= 1000,
  ],
  ["notes", () => ({ hasNotes: true }), () => (one) => one.noteText !== null],
  ["no notes", () => ({ hasNotes: false }), () => (one) => one.noteText === null],
  [
    "Chinese words in notes",
    () => ({ noteText: "退款" }),
    () => (one) => one.noteText?.includes("退款") === true,
  ],
  ["one Chinese character", () => ({ noteText: "记" }), () => (one) => one.noteText?.includes("记") === true],
  [
    "the beginning of an English word",
    () => ({ noteText: "REFU order" }),
    () => (one) => one.noteText?.includes("refund") === true,
  ],
  [
    "a word with a quotation mark",
    () => ({ noteText: "o'brien \\" }),
    () => (one) => one.noteText?.includes("O'Brien") === true,
  ],
  ["the words of a deleted note", () => ({ noteText: "投诉" }), () => () => false],
  [
    "a family name",
    () => ({ customerName: "王" }),
    () =>
      ({ call }) =>
        call.customerName === "王伟",
  ],
  [
    "the beginning of any word of a name",
    () => ({ customerName: "WEN" }),
    () =>
      ({ call }) =>
        call.customerName?.includes("Wen") === true,
  ],
  [
    "characters in the middle of a Chinese name, and another word",
    () => ({ customerName: "阳伟 wei" }),
    () =>
      ({ call }) =>
        call.customerName === "欧阳伟 Wei",
  ],
  [
    "a name with a quotation mark",
    () => ({ customerName: "o'brien" }),
    () =>
      ({ call }) =>
        call.customerName === "O'Brien, Wendy",
  ],
  ["a name that nobody has", () => ({ customerName: "nobody" }), () => () => false],
  [
    "words of a name or of a note",
    () => ({ text: "退款" }),
    () => (one) => one.call.customerName === "退款" || one.noteText?.includes("退款") === true,
  ],
  [
    "words of a name or of a note, and a name",
    () => ({ text: "order", customerName: "li", agentIds: [pick(agents, 0)] }),
    () => (one) =>
      one.call.customerName === "Li Wen" &&
      one.noteText?.includes("order") === true &&
      one.agents.includes(pick(agents, 0)),
  ],
  ["punctuation", () => ({ noteText: "，!" }), () => () => false],
  [
    "several at once",
    () => ({ direction: "inbound", agentIds: [pick(agents, 0)], provinces: ["Guangdong"], hasNotes: false }),
    () => (one) =>
      one.call.direction === "inbound" &&
      one.agents.includes(pick(agents, 0)) &&
      one.call.province === "Guangdong" &&
      one.noteText === null,
  ],
];

async function findCallIds(request: CallListRequest): Promise<CallId[]> {
  return (await findCalls(db, request)).map(({ callId }) => callId);
}

function everything(filter: Partial<CallFilter>, sort: CallSort = newestFirst) {
  const { number: _, ...rest } = filter;
  return findCallIds({
    scope: systemCallScope,
    filter: { deleted: "without", ...rest },
    sort,
    limit: 1000,
  });
}

const idsOf = (list: readonly Drawn[]) => list.map(({ call }) => call.callId).sort();

describe.each(filters)("filtered by %s", (_name, filter, judge) => {
  test("the list holds exactly the calls that meet it", async () => {
    const wanted = drawn.filter((one) => !one.deleted && judge()(one));
    expect((await everything(filter())).sort()).toEqual(idsOf(wanted));
  });

  test("the count is the list's length", async () => {
    const { number: _, ...rest } = filter();
    const count = await countCalls(db, systemCallScope, { deleted: "without", ...rest });
    expect(count).toBe(drawn.filter((one) => !one.deleted && judge()(one)).length);
  });
});

test.each([
  ["only", (one: Drawn) => one.deleted],
  ["with", () => true],
  ["without", (one: Drawn) => !one.deleted],
] as const)("deleted records: %s", async (deleted, judge) => {
  expect((await everything({ deleted })).sort()).toEqual(idsOf(drawn.filter(judge)));
});

test.each([
  ["40007", true],
  ["007", true],
  ["+8613812340007", true],
  ["007", false],
  ["13812340007", false],
  ["+8613812340007", false],
  ["3812340007", false],
])("a number ending with %s (numbers shown: %s)", async (typed, mayReveal) => {
  const number = readNumberSearch(typed, mayReveal);
  if (!number.ok) throw new Error(number.reason);
  const filter: ReadCallFilter = { deleted: "with", number: number.value };
  const found = await findCallIds({ scope: systemCallScope, filter, sort: newestFirst, limit: 1000 });
  expect(found.sort()).toEqual(
    idsOf(drawn.filter(({ call }) => call.customerNumber?.endsWith(typed) === true)),
  );
  expect(found.length).toBeGreaterThan(0);
});

test("a masked viewer's search by a whole number finds no longer number that ends alike", async () => {
  const filter: ReadCallFilter = { deleted: "with", number: { ending: "2340007", surplusMax: 4 } };
  expect(await findCallIds({ scope: systemCallScope, filter, sort: newestFirst, limit: 1000 })).toEqual([]);
});

const sorts = (["start", "wait", "talk", "handle"] as const).flatMap((by) =>
  (["ascending", "descending"] as const).map((order): [CallSort["by"], CallSort["order"]] => [by, order]),
);

/** The sorted list in plain TypeScript: calls without the duration last, newest first among them. */
function sorted(list: readonly Drawn[], sort: CallSort): CallId[] {
  const sign = sort.order === "ascending" ? 1 : -1;
  const keyed = list.map(({ call }) =>
    cursorOf(sort, {
      callId: call.callId,
      waitMs: call.visitCount > 0 ? call.waitMs : null,
      talkMs: call.answeredAt ? call.talkMs : null,
      handleMs: call.answeredAt ? call.handleMs : null,
    }),
  );
  const compare = (one: CallId, other: CallId) => (one < other ? -1 : Number(one > other));
  return keyed
    .sort((one, other) => {
      if (sort.by === "start") return sign * compare(one.callId, other.callId);
      if (one.value === null || other.value === null)
        return (
          Number(one.value === null) - Number(other.value === null) || -compare(one.callId, other.callId)
        );
      return sign * (one.value - other.value || compare(one.callId, other.callId));
    })
    .map(({ callId }) => callId);
}

describe.each(sorts)("sorted by %s, %s", (by, order) => {
  const sort: CallSort = { by, order };
  const kept = () =>
    sorted(
      drawn.filter(({ deleted }) => !deleted),
      sort,
    );

  test("the list is in that order", async () => {
    expect(await everything({}, sort)).toEqual(kept());
  });

  test.each<[string, Partial<ReadCallFilter>, Judge]>([
    ["", {}, () => true],
    [
      " of what a name or a note says",
      { text: "退款" },
      (one) => one.call.customerName === "退款" || one.noteText?.includes("退款") === true,
    ],
  ])("its pages forwards make up the whole list%s, and backwards too", async (_name, wanted, judge) => {
    const filter: ReadCallFilter = { deleted: "without", ...wanted };
    const request = { scope: systemCallScope, filter, sort, limit: 37 };
    const kept = () =>
      sorted(
        drawn.filter((one) => !one.deleted && judge(one)),
        sort,
      );
    const forwards: CallId[] = [];
    let page = await findCalls(db, request);
    let last = page.at(-1);
    while (last) {
      forwards.push(...page.map((row) => row.callId));
      page = await findCalls(db, { ...request, after: cursorOf(sort, last) });
      last = page.at(-1);
    }
    expect(forwards).toEqual(kept());

    const [lastRow] = (await findCalls(db, { ...request, limit: 1000 })).slice(-1);
    const back: CallId[] = lastRow ? [lastRow.callId] : [];
    page = lastRow ? await findCalls(db, { ...request, before: cursorOf(sort, lastRow) }) : [];
    let first = page[0];
    while (first) {
      back.unshift(...page.map((row) => row.callId));
      page = await findCalls(db, { ...request, before: cursorOf(sort, first) });
      first = page[0];
    }
    expect(back).toEqual(kept());
  });
});

describe("an agent's list", () => {
  const listOf = (userId: UserId) =>
    findCallIds({
      scope: callScopeOf({ userId, name: "An agent", role: "agent" }),
      filter: { deleted: "without" },
      sort: newestFirst,
      limit: 1000,
    });

  test("holds the agent's own calls and no others", async () => {
    const agent = pick(agents, 1);
    const own = drawn.filter((one) => !one.deleted && one.agents.includes(agent));
    expect((await listOf(agent)).sort()).toEqual(idsOf(own));
  });

  test("holds all calls of the customer whom the agent is handling, for as long as that lasts", async () => {
    const { userId } = await createUser(db);
    const handled = drawn.find(({ call }) => call.customerNumber !== null && call.customerRef !== null);
    if (!handled) throw new Error("no such call was drawn");
    expect(await listOf(userId)).toEqual([]);
    await db
      .insert(openLegs)
      .values({ agentId: userId, callId: handled.call.callId, legOrdinal: 1, ringing: false });
    const theirs = drawn.filter(
      ({ call, deleted }) =>
        !deleted &&
        (call.customerNumber === handled.call.customerNumber ||
          call.customerRef === handled.call.customerRef),
    );
    expect((await listOf(userId)).sort()).toEqual(idsOf(theirs));
    expect(theirs.length).toBeGreaterThan(1);
    await db.delete(openLegs);
    expect(await listOf(userId)).toEqual([]);
  });
});
