import { describe, expect, test } from "vitest";
import type { FigureWords } from "@/app/_charts/figure-words";
import { plainWords } from "@/app/_charts/plain-words";
import {
  countCell,
  durationCells,
  printDuration,
  printShare,
  shareCells,
} from "@/app/_charts/prepare-figures";
import { prepareReadings } from "@/app/_charts/prepare-readings";
import { prepareReconciliation } from "@/app/_charts/prepare-reconciliation";
import { Cohort } from "@/server/domain/metrics/cohort";
import { durationFigure } from "@/server/domain/metrics/duration-figure";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import { proportionOf } from "@/server/domain/metrics/proportion";
import { emptyTally } from "@/server/domain/metrics/tally-facts";

const words: FigureWords = {
  ...plainWords,
  share: (share) => `${(share * 100).toFixed(1)} %`,
  duration: (ms) => `${ms} ms`,
  none: "no calls",
  n: (count) => `n ${count}`,
};
const readingWords = {
  ...words,
  reading: (id: string) => ({ name: id, formula: `formula of ${id}` }),
  heads: { reading: "Reading", formula: "formula", share: "Service level" },
};

/** DESIGN.md's known answer: 1,000 offered. */
const counts = {
  ...emptyTally("visit"),
  offered: 1000,
  answered: 850,
  answeredWithin: 700,
  abandoned: 110,
  abandonedWithin: 60,
  shortAbandoned: 20,
  shortAbandonedWithin: 20,
  callback: 20,
  callbackWithin: 10,
};

describe("of nothing, there is no figure", () => {
  test("in a tile", () => {
    const nothing = { value: "no calls", href: null, notes: [] };
    expect(printShare(proportionOf(0, 0), words)).toEqual(nothing);
    expect(printDuration(durationFigure(0, histogramOf([])), words)).toEqual(nothing);
  });

  test("in a table, and nothing to open", () => {
    expect(shareCells(null, words, { part: "/calls?cohort={}" }).map(({ text }) => text)).toEqual([
      "no calls",
      "0",
    ]);
    expect(durationCells(null, words).map(({ text }) => text)).toEqual([
      "no calls",
      "no calls",
      "no calls",
      "0",
    ]);
    expect(countCell(0, words, "/calls?cohort={}").href).toBeNull();
  });
});

describe("a share", () => {
  test("opens its part, and beneath it the whole; where the part is nothing, only that", () => {
    const hrefs = { part: "/calls?part", whole: "/calls?whole" } as const;
    const { href, notes } = printShare(proportionOf(150, 200), words, hrefs);
    expect([href, notes]).toEqual(["/calls?part", [{ text: "150 of 200", href: "/calls?whole" }]]);
    expect(printShare(proportionOf(0, 200), words, hrefs).href).toBeNull();
  });

  test("has its interval while its n is below 200", () => {
    const [whole, interval] = printShare(proportionOf(150, 199), words).notes;
    expect([whole, interval]).toEqual([{ text: "150 of 199", href: null }, "68.9 % to 80.8 %"]);
    expect(printShare(proportionOf(150, 200), words).notes).toHaveLength(1);
    expect(shareCells(proportionOf(150, 199), words)[0].note).toBe("68.9 % to 80.8 %");
    expect(shareCells(proportionOf(150, 200), words)[0].note).toBeNull();
  });
});

test("a mean stands with its median, P90 and n, and is exported in seconds", () => {
  const figure = durationFigure(6000, histogramOf(Array.from({ length: 6 }, () => 1000)));
  const printed = printDuration(figure, words);
  expect(printed.value).toBe("1000 ms");
  expect(printed.notes).toHaveLength(3);
  expect(printed.notes.at(-1)).toBe("n 6");
  expect(durationCells(figure, words)[1]).toMatchObject({ text: "1000 ms", raw: 1 });
});

describe("the queue's books", () => {
  const filter = { direction: "inbound" } as const;
  const model = prepareReconciliation(counts, { from: 0, until: 10, filter }, words);
  const cohortOf = (href: string | null) =>
    href && Cohort.parse(JSON.parse(new URLSearchParams(href.split("?")[1]).get("cohort") ?? ""));

  test("add up", () => {
    const sum = model.parts.reduce((total, { text }) => total + Number(text), 0);
    expect(model.offered.text).toBe("1000");
    expect(sum).toBe(1000);
    expect(model.missing).toBeNull();
  });

  test("say by how much they do not", () => {
    const cooked = { ...counts, abandoned: counts.abandoned - 3 };
    expect(prepareReconciliation(cooked, { from: 0, until: 10, filter }, words).missing).toBe("3");
  });

  test("open the visits behind each number, where there are any", () => {
    const visits = { unit: "visit", from: 0, until: 10, filter };
    expect(cohortOf(model.offered.href)).toEqual(visits);
    expect(model.parts.map(({ key, href }) => [key, cohortOf(href)])).toEqual([
      ["answered", { ...visits, visitOutcomes: ["answered"] }],
      ["abandoned", { ...visits, visitOutcomes: ["abandoned"] }],
      ["shortAbandoned", { ...visits, visitOutcomes: ["short_abandoned"] }],
      ["overflowed", null],
      ["callback", { ...visits, visitOutcomes: ["callback"] }],
      ["waiting", null],
    ]);
  });
});

test("the same visits give each reading's own service level", () => {
  const { rows } = prepareReadings(
    { counts, youngWaits: 0, records: { from: 0, until: 1, filter: {} }, now: 0 },
    readingWords,
  );
  expect(rows.map(({ key, cells }) => [key, cells[2]?.text])).toEqual([
    ["ours", "71.4 %"],
    ["amazonConnect", "79.0 %"],
    ["genesysWithFlowOuts", "70.0 %"],
    ["genesysWithoutFlowOuts", "71.4 %"],
    ["genesysWithoutShortAbandons", "72.9 %"],
    ["ciscoIgnore", "77.8 %"],
    ["ciscoNegative", "72.9 %"],
    ["ciscoPositive", "79.2 %"],
    ["asterisk", "82.4 %"],
    ["asterisk2", "79.6 %"],
  ]);
});
