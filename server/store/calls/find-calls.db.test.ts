import { beforeAll, describe, expect, test } from "vitest";
import { type CallFilter, newestFirst } from "@/server/domain/calls/call-filter";
import { readNumberSearch } from "@/server/domain/calls/number-search";
import { systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { countCalls } from "@/server/store/calls/count-calls";
import {
  agents,
  type Drawn,
  drawCalls,
  drawn,
  everything,
  findCallIds,
  groups,
  hour,
  idsOf,
  type Judge,
  pick,
} from "@/server/testing/drawn-calls";
import { someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

beforeAll(() => drawCalls(db));

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

describe.each(filters)("filtered by %s", (_name, filter, judge) => {
  test("the list holds exactly the calls that meet it", async () => {
    const wanted = drawn.filter((one) => !one.deleted && judge()(one));
    expect((await everything(db, filter())).sort()).toEqual(idsOf(wanted));
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
  expect((await everything(db, { deleted })).sort()).toEqual(idsOf(drawn.filter(judge)));
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
  const found = await findCallIds(db, { scope: systemCallScope, filter, sort: newestFirst, limit: 1000 });
  expect(found.sort()).toEqual(
    idsOf(drawn.filter(({ call }) => call.customerNumber?.endsWith(typed) === true)),
  );
  expect(found.length).toBeGreaterThan(0);
});

test("a masked viewer's search by a whole number finds no longer number that ends alike", async () => {
  const filter: ReadCallFilter = { deleted: "with", number: { ending: "2340007", surplusMax: 4 } };
  expect(await findCallIds(db, { scope: systemCallScope, filter, sort: newestFirst, limit: 1000 })).toEqual(
    [],
  );
});
