import { describe, expect, test } from "vitest";
import type { TileNote } from "@/app/_charts/chart-models";
import type { Overview, OverviewFigures, OverviewSide } from "@/app/_charts/overview-figures";
import { plainOverviewWords, plainWords } from "@/app/_charts/plain-words";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import {
  type OverviewChartWords,
  prepareServiceLevelOverTime,
  prepareVisitsOverTime,
} from "@/app/_charts/prepare-overview-charts";
import {
  type OverviewTableWords,
  prepareFiguresTable,
  prepareGroupTable,
  withGroupsOfEither,
} from "@/app/_charts/prepare-overview-tables";
import { type OverviewTileWords, prepareOverviewTiles } from "@/app/_charts/prepare-overview-tiles";
import { SkillGroupId } from "@/server/domain/identifiers";
import { Cohort } from "@/server/domain/metrics/cohort";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { reconcile } from "@/server/domain/metrics/reconcile";
import { JUDGED_VISITS, serviceLevel } from "@/server/domain/metrics/service-level";
import type { VisitTally } from "@/server/domain/metrics/tally";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { countsOf, visitFigures } from "@/server/domain/metrics/visit-figures";

const HOUR = 3_600_000;
const orders = SkillGroupId.parse("019b2b4c-0000-7000-8000-000000000001");
const billing = SkillGroupId.parse("019b2b4c-0000-7000-8000-000000000002");

const figureWords = {
  ...plainWords,
  share: (share: number) => `${(share * 100).toFixed(1)} %`,
  duration: (ms: number) => `${ms / 1000} s`,
  change: {
    count: (value: number) => `${Math.round(value * 100)} %`,
    share: (value: number) => `${Math.round(value * 100)} points`,
    duration: (ms: number) => `${ms / 1000} s`,
  },
  none: "no calls",
  n: (count: number) => `n ${count}`,
};
const tileWords: OverviewTileWords = {
  ...figureWords,
  against: (value) => `from ${value}`,
  target: ({ share }) => `target ${share}`,
  youngWaits: (count) => `${count} young`,
  abandonedWaited: (mean, rest) => `abandoned ${mean}, ${rest}`,
  unfinished: (count) => `${count} unfinished`,
  pastThreshold: (count, shortest, longest) => `${count} past ${shortest} to ${longest} s`,
};
const chartWords: OverviewChartWords = {
  ...figureWords,
  series: {
    answered: "answered",
    abandoned: "abandoned",
    shortAbandoned: "short",
    leftOtherwise: "otherwise",
    waiting: "waiting",
    offered: "offered",
    serviceLevel: "service level",
  },
  compared: (name) => `${name} before`,
  intervalHead: "interval",
  targetLine: (share) => `target ${share}`,
};
const tableWords: OverviewTableWords = {
  ...figureWords,
  ...plainOverviewWords,
  narrowHref: (id) => `/dashboards/overview?group=${id}`,
  groupName: (id) => (id === orders ? "Orders" : "Billing"),
};

const wholeSeconds = (ms: number) => `${Math.round(ms / 1000)} s`;

function tallyOf(counts: Partial<VisitTally>): VisitTally {
  const tally = { ...emptyTally("visit"), ...counts };
  return { ...tally, offered: reconcile(tally).accounted };
}

interface SideOf {
  readonly from: number;
  readonly intervals: readonly VisitTally[];
  readonly total: VisitTally;
  readonly waits?: OverviewFigures["waits"];
}

function sideOf({ from, intervals, total, waits = [] }: SideOf): OverviewSide {
  const youngWaits = waits.reduce((sum, { young }) => sum + young, 0);
  return {
    records: { from, until: from + intervals.length * HOUR, filter: {} },
    boundaries: [from, ...intervals.map((_, index) => from + (index + 1) * HOUR)],
    figures: {
      calls: 12,
      ...visitFigures(total, youngWaits),
      handleTime: null,
      answeredLegs: 3,
      unfinishedLegs: 3,
      intervals: intervals.map((tally) => ({
        calls: 4,
        counts: countsOf(tally),
        serviceLevel: serviceLevel(tally),
      })),
      groups: [
        { skillGroupId: billing, ...visitFigures(tallyOf({ answered: 1 }), 0) },
        { skillGroupId: orders, ...visitFigures(total, youngWaits) },
      ],
      waits,
    },
  };
}

const start = 100 * HOUR;
const busy = tallyOf({ answered: 8, answeredWithin: 6, abandoned: 2 });
const total = tallyOf({
  answered: 8,
  answeredWithin: 6,
  answeredWaitMs: 80_000,
  answeredWaits: histogramOf(Array.from({ length: 8 }, () => 10_000)),
  abandoned: 2,
  waiting: 3,
});
const waits = [
  { skillGroupId: orders, serviceLevelSeconds: 20, waiting: 2, young: 1 },
  { skillGroupId: billing, serviceLevelSeconds: 30, waiting: 1, young: 0 },
];
/** Three hours, of which the first is over, the second runs and the third has not begun. */
const overview: Overview = {
  own: sideOf({ from: start, intervals: [busy, busy, tallyOf({})], total, waits }),
  compared: sideOf({
    from: start - 2 * HOUR,
    intervals: [tallyOf({ answered: 5, answeredWithin: 5 }), tallyOf({})],
    total: tallyOf({ answered: 5, answeredWithin: 5 }),
  }),
  target: { share: 0.8, shortestSeconds: 20, longestSeconds: 30 },
  ...{ now: start + 1.5 * HOUR, repeats: null },
};
const intervals = prepareIntervals(overview.own.boundaries, overview.now, { tick: String, label: String });

function cohortOf(href: string | null | undefined): Cohort | null {
  if (!href) return null;
  return Cohort.parse(JSON.parse(new URLSearchParams(href.split("?")[1]).get("cohort") ?? ""));
}

const hrefOf = (note: TileNote | undefined) => (typeof note === "object" ? note.href : null);

describe("the head figures", () => {
  const tiles = prepareOverviewTiles(overview, 1, tileWords);

  test("open their records", () => {
    const visits = { unit: "visit", ...overview.own.records };
    expect(cohortOf(tiles.calls.href)).toEqual({ unit: "call", ...overview.own.records });
    expect(cohortOf(tiles.offered.href)).toEqual(visits);
    expect(cohortOf(tiles.serviceLevel.href)).toEqual({
      ...visits,
      visitOutcomes: ["answered"],
      withinTarget: true,
    });
    expect(cohortOf(tiles.abandonment.href)).toEqual({ ...visits, visitOutcomes: ["abandoned"] });
    expect(cohortOf(tiles.speedOfAnswer.href)).toEqual({ ...visits, visitOutcomes: ["answered"] });
    expect(cohortOf(tiles.waiting.href)).toEqual({ ...visits, visitOutcomes: ["waiting"] });
  });

  test("leave young waits out of the service level, and say so", () => {
    expect(tiles.serviceLevel.value).toBe("50.0 %");
    const [whole, , young] = tiles.serviceLevel.notes;
    expect([whole, young]).toMatchObject([{ text: "6 of 12" }, { text: "1 young" }]);
    const judged = { asOf: overview.now, ...overview.own.records, unit: "visit" };
    expect(cohortOf(hrefOf(whole))).toEqual({ ...judged, fates: [...JUDGED_VISITS] });
    expect(cohortOf(hrefOf(young))).toEqual({ ...judged, visitOutcomes: ["waiting"], withinTarget: true });
  });

  test("tell who has waited longer than the threshold, whichever it is, and open them", () => {
    const [late] = tiles.waiting.notes;
    expect(late).toMatchObject({ text: "2 past 20 to 30 s" });
    expect(cohortOf(hrefOf(late))).toEqual({
      unit: "visit",
      ...overview.own.records,
      asOf: overview.now,
      visitOutcomes: ["waiting"],
      withinTarget: false,
    });
  });

  test("have a course that ends with the interval that runs, and never draws the future as none", () => {
    expect(tiles.offered.sparkline).toEqual({ lines: [], dots: [{ x: 0, y: 2 }], running: "M0 2L100 2" });
    expect(tiles.calls.sparkline?.running).toBe("M0 2L100 2");
  });

  test("say what a change means: less service and more abandonment are worse", () => {
    expect(tiles.offered.change).toEqual({
      direction: "up",
      tone: "neutral",
      words: "160 %",
      against: "from 5",
      href: expect.any(String),
    });
    expect(tiles.serviceLevel.change).toMatchObject({ direction: "down", tone: "bad", words: "-50 points" });
    expect(tiles.abandonment.change).toMatchObject({ direction: "up", tone: "bad" });
    expect(tiles.calls.change).toMatchObject({ direction: "same", tone: "neutral" });
  });

  test("have not changed by less than can be printed", () => {
    const slower = { n: 8, meanMs: 10_400, medianMs: 1, p90Ms: 1, medianMsInterval: null };
    const own = { ...overview.own, figures: { ...overview.own.figures, speedOfAnswer: slower } };
    const words = { ...tileWords, change: { ...tileWords.change, duration: wholeSeconds } };
    const { speedOfAnswer } = prepareOverviewTiles({ ...overview, own, compared: overview.own }, 1, words);
    expect(speedOfAnswer.change).toMatchObject({ direction: "same", tone: "neutral", words: "0 s" });
  });

  test("have no change where one of the two is missing", () => {
    expect(tiles.speedOfAnswer.change).toBeNull();
    const alone = prepareOverviewTiles({ ...overview, compared: null }, 1, tileWords);
    expect(Object.values(alone).map(({ change }) => change)).toEqual(Array(8).fill(null));
  });

  test("print what has no records as no calls, with nothing to open", () => {
    expect(tiles.handleTime).toMatchObject({ value: "no calls", href: null });
  });
});

describe("over time", () => {
  test("an interval that has not begun is a gap, and no row", () => {
    const { model, table } = prepareVisitsOverTime({ overview, intervals }, chartWords);
    expect(model.series[0]?.figures.map(({ value }) => value)).toEqual([8, 8, null]);
    expect(table.rows.map(({ isRunning }) => isRunning)).toEqual([false, true]);
  });

  test("an interval without visits has no service level", () => {
    const { model, table } = prepareServiceLevelOverTime({ overview, intervals }, chartWords);
    expect(model.series.map(({ figures }) => figures.map(({ value }) => value))).toEqual([
      [0.6, 0.6, null],
      [1, null, null],
    ]);
    expect(table.rows[1]?.cells.map(({ text }) => text).slice(3)).toEqual(["no calls", "0"]);
    expect(model.target).toEqual({ value: 0.8, label: "target 0.8" });
  });

  test("each cell opens the visits of its interval, compared ones those of theirs", () => {
    const { table } = prepareVisitsOverTime({ overview, intervals }, chartWords);
    const [, offered, answered] = table.rows[1]?.cells ?? [];
    expect(cohortOf(offered?.href)).toMatchObject({ from: start + HOUR, until: start + 2 * HOUR });
    expect(cohortOf(answered?.href)).toMatchObject({ from: start + HOUR, visitOutcomes: ["answered"] });
    const before = table.rows[0]?.cells.at(-1);
    expect(before?.text).toBe("5");
    expect(cohortOf(before?.href)).toMatchObject({ from: start - 2 * HOUR, until: start - HOUR });
  });
});

describe("in rows", () => {
  test("groups stand with the busiest first, each cell with its own records", () => {
    const table = prepareGroupTable(overview, tableWords, 50);
    expect(table.rows.map(({ cells }) => cells[0]?.text)).toEqual(["Orders", "Billing"]);
    expect(table.over).toHaveLength(table.columns.length);
    expect(table.rows.map(({ cells }) => cells.length)).toEqual([table.columns.length, table.columns.length]);
    expect(cohortOf(table.rows[0]?.cells[1]?.href)?.filter).toEqual({ skillGroupIds: [orders] });
    expect(table.rows[0]?.narrowHref).toBe(`/dashboards/overview?group=${orders}`);
  });

  test("only the busiest are shown when there are too many", () => {
    expect(prepareGroupTable(overview, tableWords, 1).rows).toHaveLength(1);
  });

  test("groups beside other groups are rows of one table, each once", () => {
    const onlyOf = (side: OverviewSide, wanted: SkillGroupId) => ({
      ...side,
      figures: { ...side.figures, groups: side.figures.groups.filter((one) => one.skillGroupId === wanted) },
    });
    const table = prepareGroupTable(
      withGroupsOfEither({ ...overview, own: onlyOf(overview.own, billing), compared: overview.own }, true),
      tableWords,
      50,
    );
    expect(table.rows.map(({ cells }) => cells[0]?.text)).toEqual(["Orders", "Billing"]);
    expect(table.over).not.toContain("before");
  });

  test("every figure stands beside the compared one with their difference", () => {
    const table = prepareFiguresTable(overview, tableWords);
    const texts = table.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts.every((row) => row.length === table.columns.length)).toBe(true);
    expect(texts[5]).toEqual(["service level", "50.0 %", "12", "", "", "100.0 %", "5", "", "", "-50 points"]);
    expect(texts[7]?.slice(0, 3)).toEqual(["speed of answer", "10 s", "8"]);
  });
});
