import { describe, expect, test } from "vitest";
import {
  type AgentCells,
  type AgentWords,
  agentCells,
  agentColumns,
  notesBeneath,
} from "@/app/_charts/agent-cells";
import { agentsCsv } from "@/app/_charts/agents-csv";
import { plainWords } from "@/app/_charts/plain-words";
import { prepareCourse } from "@/app/_charts/prepare-course";
import { prepareHandleFunnel } from "@/app/_charts/prepare-handle-funnel";
import { agentSorts, sortAgents } from "@/app/_charts/sort-agents";
import { UserId } from "@/server/domain/identifiers";
import { type AgentFigures, agentFigures } from "@/server/domain/metrics/agent-figures";
import { Cohort } from "@/server/domain/metrics/cohort";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { emptyTally } from "@/server/domain/metrics/tally-facts";

const words: AgentWords = {
  ...plainWords,
  share: (value) => `${Math.round(value * 1000) / 10} %`,
  duration: (ms) => `${Math.round(ms / 1000)} s`,
  none: "no calls",
  n: (count) => `n ${count}`,
  notKnown: "not known",
  timeOfLegs: (count) => `${count} legs`,
  unfinished: (count) => `${count} unfinished`,
};
const agentId = UserId.parse("019b2b4c-0000-7000-8000-000000000001");
const of = { from: 1000, until: 2000, filter: { agentIds: [agentId] } };

const idle = agentFigures({ legs: emptyTally("leg"), offers: emptyTally("offer"), freeIdleMs: null });
const busy = agentFigures({
  legs: {
    ...emptyTally("leg"),
    answered: 10,
    finished: 8,
    transferred: 2,
    short: 1,
    talkMs: 80_000,
    holdMs: 6000,
    wrapUpMs: 10_000,
    handleMs: 96_000,
    talks: histogramOf(Array.from({ length: 8 }, () => 10_000)),
    holds: histogramOf([6000]),
    handles: histogramOf(Array.from({ length: 8 }, () => 12_000)),
  },
  offers: {
    ...emptyTally("offer"),
    offered: 13,
    answered: 10,
    missed: 3,
    ringing: 1,
    ringMs: 4000,
    rings: histogramOf([1000, 3000]),
  },
  freeIdleMs: 100_000,
});

function cohortOf(href: string | null): Cohort {
  return Cohort.parse(JSON.parse(new URLSearchParams(href?.split("?")[1]).get("cohort") ?? ""));
}

describe("the figures of an agent", () => {
  test("without a call say so, and those without recorded presence that it is not known", () => {
    const cells = agentCells(idle, of, words);
    for (const column of agentColumns) {
      const text = column === "occupancy" ? "not known" : "no calls";
      expect(cells[column]).toMatchObject({ number: null, text, href: null });
    }
  });

  test("stand with what they are made of, a few of them with the interval of chance", () => {
    const cells = agentCells(busy, of, words);
    expect(cells.handle).toMatchObject({ number: 12_000, text: "12 s" });
    expect(notesBeneath(cells.handle)).toEqual([
      expect.stringMatching(/^median/),
      expect.stringContaining(" to "),
      { text: "2 unfinished", href: expect.any(String) },
      { text: "n 8", href: cells.handle.href },
    ]);
    expect(cells.rona).toMatchObject({ text: "25 %", n: "3 of 12", notes: ["8.9 % to 53.2 %"] });
    expect(cells.transfers.n).toBe("2 of 10");
    expect(cells.short.n).toBe("1 of 10");
    // (4 + 80 + 6 + 10) ÷ 200 seconds
    expect(cells.occupancy).toMatchObject({
      text: "50 %",
      notes: ["100 s of 200 s", { text: "8 legs" }],
    });
  });

  test("say how many legs have no handle time yet, and open these, also where none has one", () => {
    const noted = agentCells(busy, of, words).handle.notes.at(-1);
    expect(noted).toMatchObject({ text: "2 unfinished" });
    expect(cohortOf(typeof noted === "object" ? noted.href : null)).toMatchObject({ finished: false });
    const begun = agentCells({ ...idle, answered: 1, unfinished: 1 }, of, words).handle;
    expect(begun).toMatchObject({ text: "no calls", notes: [{ text: "1 unfinished" }] });
    expect(agentCells(idle, of, words).handle.notes).toEqual([]);
  });

  test("open their records", () => {
    const cells = agentCells(busy, of, words);
    expect(cohortOf(cells.answered.href)).toEqual({ unit: "leg", ...of });
    expect(cohortOf(cells.handle.href)).toEqual({ unit: "leg", ...of, finished: true });
    expect(cohortOf(cells.hold.href)).toEqual({ unit: "leg", ...of, hold: {} });
    expect(cohortOf(cells.rona.href)).toEqual({ unit: "offer", ...of, legOutcomes: ["missed"] });
    expect(cohortOf(cells.ring.href)).toEqual({ unit: "offer", ...of, ring: {} });
    expect(cohortOf(cells.short.nHref)).toEqual({ unit: "leg", ...of });
    expect(cohortOf(cells.short.href)).toEqual({ unit: "leg", ...of, short: true });
    expect(cohortOf(cells.transfers.href)).toEqual({ unit: "leg", ...of, transferred: true });
  });
});

describe("the order of agents", () => {
  const agent = (name: string, number: number | null) => {
    const cell = { number, text: "", n: "", nHref: null, notes: [], href: null };
    const cells: AgentCells = {
      answered: cell,
      handle: cell,
      talk: cell,
      hold: cell,
      wrapUp: cell,
      ring: cell,
      occupancy: cell,
      rona: cell,
      short: cell,
      transfers: cell,
    };
    return { name, cells };
  };
  const agents = [agent("b", 2), agent("d", null), agent("a", 2), agent("c", 1)];
  const namesOf = (sorted: readonly { name: string }[]) => sorted.map(({ name }) => name).join("");

  test.each([
    ["asc", "cabd"],
    ["desc", "abcd"],
  ] as const)("of any figure, %s, has unknown ones last and names between equals", (order, expected) => {
    for (const column of agentColumns) expect(namesOf(sortAgents(agents, column, order))).toBe(expected);
  });

  test("of names is theirs, and there is one for each column", () => {
    expect(namesOf(sortAgents(agents, "name", "desc"))).toBe("dcba");
    expect(agentSorts).toEqual(["name", ...agentColumns]);
  });
});

describe("handle times in a funnel", () => {
  const handle = (n: number, meanMs: number): AgentFigures["handle"] => ({
    n,
    meanMs,
    medianMs: meanMs,
    p90Ms: meanMs,
    medianMsInterval: null,
  });
  const agents = [
    { agentId: "few", name: "Few", handle: handle(4, 150_000), href: null, before: null },
    { agentId: "many", name: "Many", handle: handle(400, 150_000), href: null, before: null },
    { agentId: "some", name: "Some", handle: handle(100, 79_000), href: null, before: null },
    { agentId: "none", name: "None", handle: null, href: null, before: null },
  ];
  const input: Parameters<typeof prepareHandleFunnel>[0] = {
    agents,
    spread: { mean: 100_000, variance: 100_000 ** 2 },
    words: {
      ...words,
      standing: (standing) => standing,
      names: {
        count: "n",
        value: "mean",
        limit95: "95",
        limit998: "99.8",
        beyond95: "outside 95",
        beyond998: "outside 99.8",
        meanOfAll: "all",
        compared: null,
      },
      heads: { name: "agent", standing: "standing" },
    },
  };
  const funnel = prepareHandleFunnel(input);

  test("stand beside those of another time, which open their own calls", () => {
    const { table, model } = prepareHandleFunnel({
      ...input,
      agents: agents.map((agent) => ({
        ...agent,
        before: { handle: handle(3, 90_000), href: "/calls?then" },
      })),
      words: { ...input.words, names: { ...input.words.names, compared: "then" } },
    });
    expect(table.columns.slice(-2)).toEqual(["then", "n"]);
    expect(table.rows[0]?.cells.slice(-2)).toMatchObject([
      { text: "90 s", href: "/calls?then" },
      { text: "3", href: "/calls?then" },
    ]);
    expect(model.points[0]?.compared).toMatchObject({ label: "90 s", note: "n 3" });
  });

  test("the same mean differs for many calls and does not for a few", () => {
    const standings = funnel.table.rows.map(({ key, cells }) => [key, cells.at(-1)?.text]);
    expect(standings).toEqual([
      ["many", "aboveAlarm"],
      ["some", "belowWarning"],
      ["few", "inside"],
    ]);
  });

  test("agents without a handle time are not drawn, and those outside are counted", () => {
    expect(funnel).toMatchObject({ agents: 3, outside: 2, alarming: 1 });
    expect(funnel.expected).toBeCloseTo(0.15);
  });

  test("the limits stand beside each agent", () => {
    // 100 s ± 1.96 · 100 s ÷ √400
    expect(funnel.table.rows[0]?.cells.map(({ text }) => text)).toContain("90 s–110 s");
  });
});

describe("agents as a file", () => {
  const csvWords: Parameters<typeof agentsCsv>[1] = {
    name: "agent",
    answered: "answered",
    unfinished: "unfinished",
    duration: (column, part) => `${column} ${part}`,
    share: (column, part) => `${column} ${part}`,
  };
  const agents = [
    { name: "Busy", figures: busy, before: { figures: idle } },
    { name: "Idle", figures: idle, before: null },
  ];
  const fieldsUnder = ([heads = [], ...rows]: string[][], wanted: readonly string[]) =>
    rows.map((row) => wanted.map((head) => row[heads.indexOf(head)]));

  test("have a field under each head, and none where there is no figure", () => {
    const csv = agentsCsv(agents, csvWords, null);
    expect(new Set(csv.map((row) => row.length))).toEqual(new Set([csv[0]?.length]));
    expect(fieldsUnder(csv, ["handle mean", "handle n", "rona whole", "occupancy share"])).toEqual([
      ["12", "8", "12", "0.5"],
      ["", "0", "0", ""],
    ]);
  });

  test("stand beside what they are compared with, and nothing where there is none", () => {
    const csv = agentsCsv(agents, csvWords, (column) => `${column} then`);
    expect(new Set(csv.map((row) => row.length))).toEqual(new Set([csv[0]?.length]));
    expect(fieldsUnder(csv, ["answered", "answered then", "handle n then"])).toEqual([
      ["10", "0", "0"],
      ["0", "", ""],
    ]);
  });
});

test("a course holds the intervals that have begun, the one under way apart", () => {
  const interval = (from: number) => ({
    from,
    until: from + 10,
    tick: "",
    label: String(from),
    isRunning: from === 10,
  });
  const { sparklines, table } = prepareCourse({
    intervals: [interval(0), interval(10), { ...interval(20), isRunning: true }],
    figures: [
      { answered: 3, handle: busy.handle },
      { answered: 0, handle: null },
      { answered: 0, handle: null },
    ],
    now: 15,
    filter: { agentIds: [agentId] },
    words,
    columns: { when: "when", answered: "answered", handle: "handle" },
  });
  expect(table.rows.map(({ key, isRunning }) => [key, isRunning])).toEqual([
    ["0", false],
    ["10", true],
  ]);
  expect(table.rows[1]?.cells.slice(2).map(({ text }) => text)).toEqual([
    "no calls",
    "no calls",
    "no calls",
    "0",
  ]);
  expect(sparklines.answered.running).not.toBeNull();
  expect(cohortOf(table.rows[0]?.cells[1]?.href ?? null)).toEqual({
    unit: "leg",
    from: 0,
    until: 10,
    filter: { agentIds: [agentId] },
  });
});
