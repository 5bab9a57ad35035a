import { expect, test } from "vitest";
import type { Overview, OverviewSide } from "@/app/_charts/overview-figures";
import { plainOverviewWords, plainWords } from "@/app/_charts/plain-words";
import {
  prepareFiguresTable,
  prepareGroupTable,
  withGroupsOfEither,
} from "@/app/_charts/prepare-overview-tables";
import { prepareOverviewTiles } from "@/app/_charts/prepare-overview-tiles";
import { SkillGroupId } from "@/server/domain/identifiers";
import { proportionOf } from "@/server/domain/metrics/proportion";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { visitFigures } from "@/server/domain/metrics/visit-figures";

const orders = SkillGroupId.parse("019b2b4c-0000-7000-8000-000000000001");
const words: Parameters<typeof prepareGroupTable>[1] = {
  ...plainWords,
  ...plainOverviewWords,
  narrowHref: () => null,
  groupName: String,
};
const tileWords = {
  ...words,
  against: (figure: string) => `from ${figure}`,
  target: () => "target",
  youngWaits: String,
  abandonedWaited: (mean: string) => mean,
  unfinished: String,
  pastThreshold: String,
};

/** Visits of one group, or none at all. */
function side(offered: number): OverviewSide {
  const figures = visitFigures({ ...emptyTally("visit"), offered }, 0);
  const groups = offered === 0 ? [] : [{ ...figures, skillGroupId: orders }];
  const legs = { handleTime: null, answeredLegs: 0, unfinishedLegs: 0 };
  return {
    records: { from: 0, until: 1, filter: {} },
    boundaries: [0, 1],
    figures: { ...figures, ...legs, calls: offered, intervals: [], waits: [], groups },
  };
}

const overview: Overview = {
  own: side(0),
  compared: side(7),
  target: null,
  repeats: { withinHours: 24, own: proportionOf(3, 10), compared: proportionOf(1, 10) },
  now: 0,
};

test("a group that only the compared time had visits in is a row too, and its own side says so", () => {
  const [row] = prepareGroupTable(withGroupsOfEither(overview, false), words, 50).rows;
  const printed = row?.cells.slice(0, 8).map(({ text }) => text);
  expect(printed).toEqual([orders, "0", "0", "0", "0", "none", "0", "7"]);
});

test("numbers of nothing are printed as no calls", () => {
  const { calls, offered } = prepareOverviewTiles(overview, 0, tileWords);
  expect([calls, offered]).toMatchObject([
    { value: "none", href: null, change: { words: "-1" } },
    { value: "none", href: null, change: { words: "-1" } },
  ]);
});

test("repeat calls that were counted stand with their change, and among all figures", () => {
  const { repeatCalls } = prepareOverviewTiles(overview, 0, tileWords);
  expect(repeatCalls).toMatchObject({ value: "0.3", change: { direction: "up", tone: "bad" } });
  const last = prepareFiguresTable(overview, words).rows.at(-1);
  expect(last?.cells.map(({ text }) => text)).toMatchObject([
    "repeats",
    "0.3",
    "10",
    "",
    "",
    "0.1",
    "10",
    "",
    "",
    expect.stringMatching(/^0\.19|^0\.2/),
  ]);
});

test("repeat calls that nobody asked for are no figure", () => {
  const unasked = { ...overview, repeats: null };
  expect(prepareOverviewTiles(unasked, 0, tileWords).repeatCalls).toMatchObject({ value: "–", change: null });
  expect(prepareFiguresTable(unasked, words).rows.map(({ key }) => key)).not.toContain("repeatCalls");
});
