import { describe, expect, test } from "vitest";
import { hrefOfMark } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { plainWords } from "@/app/_charts/plain-words";
import { rowsOfQuantileBand } from "@/app/_charts/prepare-band-rows";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import { prepareParts, tableOfParts } from "@/app/_charts/prepare-parts";
import { prepareQuantileBand, tableOfQuantileBand } from "@/app/_charts/prepare-quantile-band";
import { rowsOfTimeSeries } from "@/app/_charts/prepare-time-series-rows";
import { Cohort } from "@/server/domain/metrics/cohort";
import { durationSpread } from "@/server/domain/metrics/duration-spread";
import { histogramOf } from "@/server/domain/metrics/log-histogram";

const words: FigureWords = {
  ...plainWords,
  n: (count) => `n ${count}`,
  duration: (ms) => (ms / 1000).toFixed(0),
};

const spreadOf = (durations: readonly number[]) =>
  durationSpread(
    durations.reduce((sum, ms) => sum + ms, 0),
    histogramOf(durations),
  );
const boundaries = [0, 10, 20, 30];
const intervalsAt = (now: number) =>
  prepareIntervals(boundaries, now, { tick: String, label: (from, until) => `${from}–${until}` });
const spreads = [spreadOf(Array.from({ length: 8 }, () => 1000)), null, spreadOf([9000])];
const compared = {
  name: "before",
  boundaries: [-30, -20, -10],
  figures: [spreadOf([2000]), null],
  cohort: { unit: "leg", from: -30, until: 0, filter: {}, finished: true },
} as const;
const bandInput = {
  intervals: intervalsAt(25),
  spreads,
  compared,
  names: { median: "median", middle: "half", most: "most" },
  cohort: { unit: "leg", from: 0, until: 30, filter: {}, finished: true },
  words,
} as const;

function cohortOf(href: string | null | undefined): Cohort {
  return Cohort.parse(JSON.parse(new URLSearchParams(href?.split("?")[1]).get("cohort") ?? ""));
}

describe("quantiles over time", () => {
  const { columns, over, rows } = tableOfQuantileBand({ ...bandInput, first: "Time" });

  test("have a gap where there are no records", () => {
    expect(rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual([
      "0–10 8 1 1 1 1 1 2 1",
      "10–20 0 – – – – – – 0",
      "20–30 1 9 9 9 9 9 – 0",
    ]);
    expect(prepareQuantileBand(bandInput).bands[1]).toBeNull();
  });

  test("stand beside what they are compared with, which opens its own records", () => {
    expect(columns.slice(-2)).toEqual(["before", "n"]);
    expect(over?.slice(-2)).toEqual(["", "before"]);
    expect(cohortOf(rows[0]?.cells[8]?.href)).toMatchObject({ from: -30, until: -20 });
  });

  test("say between what the median of few records may lie, in chart and table", () => {
    expect(rows[0]?.cells[4]?.note).toBe("1 to 1");
    const { bands, compared: beside } = prepareQuantileBand(bandInput);
    expect(bands[0]).toMatchObject({ n: "n 8", median: { note: "1 to 1" } });
    expect(beside?.medians).toMatchObject([{ value: expect.any(Number), note: "n 1" }, null, null]);
  });
});

describe("the part of a band that still runs", () => {
  const paleness = (now: number) =>
    rowsOfQuantileBand(
      prepareQuantileBand({
        ...bandInput,
        spreads: [0, 1, 2].map(() => spreads[0] ?? null),
        compared: { ...compared, figures: [0, 1, 2].map(() => spreads[0] ?? null) },
        intervals: intervalsAt(now),
      }),
    ).map((row) => [
      row["median"] !== null && row["most"] !== null && row["compared"] !== null,
      row["median running"] !== null && row["most running"] !== null && row["compared running"] !== null,
    ]);

  test.each([
    [
      "nothing runs: none of it is pale",
      30,
      [
        [true, false],
        [true, false],
        [true, false],
      ],
    ],
    [
      "the last interval runs: the pale part begins at the settled one before",
      25,
      [
        [true, false],
        [true, true],
        [false, true],
      ],
    ],
    [
      "everything runs: all of it is pale",
      5,
      [
        [false, true],
        [false, true],
        [false, true],
      ],
    ],
  ])("when %s", (...[, now, drawn]) => {
    expect(paleness(now)).toEqual(drawn);
  });
});

describe("the parts of handle time", () => {
  const input = {
    legs: { from: 0, until: 30, filter: {} },
    intervals: intervalsAt(25),
    series: spreads.map((handle) => ({
      handle,
      means: handle && { talkMs: 500, holdMs: 200, wrapUpMs: 300 },
    })),
    compared,
    names: { talk: "talk", hold: "hold", wrapUp: "wrap-up" },
    words,
  };

  test("say of each mean how many it is made of, compared ones too", () => {
    const { series } = prepareParts(input);
    expect(series.map(({ figures }) => figures.map(({ note }) => note))).toEqual([
      ["n 8", null, "n 1"],
      ["n 8", null, "n 1"],
      ["n 8", null, "n 1"],
      ["n 1", null, null],
    ]);
  });

  test("are rows beside the compared mean, which opens its own records", () => {
    const { columns, rows } = tableOfParts({ ...input, first: "Time" });
    expect(columns).toEqual(["Time", "n", "talk", "hold", "wrap-up", "mean", "median", "P90", "before", "n"]);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text).slice(5))).toEqual([
      ["1", "1", "1", "2", "1"],
      ["–", "–", "–", "–", "0"],
      ["9", "9", "9", "–", "0"],
    ]);
    expect(rows[0]?.cells[6]?.note).toBe("1 to 1");
    expect(cohortOf(rows[0]?.cells[8]?.href)).toMatchObject({ from: -30, until: -20, finished: true });
  });

  test("open the records of their interval, compared ones those of theirs", () => {
    const model = prepareParts(input);
    const [talk, beside] = [model.series[0], model.series.at(-1)];
    expect(cohortOf(talk && hrefOfMark(talk, model.intervals, 2))).toMatchObject({ from: 20, until: 30 });
    expect(cohortOf(beside && hrefOfMark(beside, model.intervals, 0))).toMatchObject({
      from: -30,
      until: -20,
    });
    expect(beside && hrefOfMark(beside, model.intervals, 1)).toBeNull();
  });

  test("are bars that are pale where they run", () => {
    expect(rowsOfTimeSeries(prepareParts(input)).map(({ fillOpacity }) => fillOpacity)).toEqual([1, 1, 0.45]);
  });
});
