import { describe, expect, test } from "vitest";
import { countAxis, durationAxis, shareAxis } from "@/app/_charts/axis";
import { cohortHref, hrefOfMark } from "@/app/_charts/cohort-href";
import { prepareFunnel } from "@/app/_charts/prepare-funnel";
import { prepareHeatMap, tableOfHeatMap } from "@/app/_charts/prepare-heat-map";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import { prepareSparkline } from "@/app/_charts/prepare-sparkline";
import { prepareTimeSeries } from "@/app/_charts/prepare-time-series";

const words = { tick: String, label: (from: number, until: number) => `${from}–${until}` };
const intervals = prepareIntervals([0, 10, 20, 30], 25, words);

describe("axes count in steps that people count in", () => {
  test.each([
    [0, ["0", "1"]],
    [3, ["0", "1", "2", "3"]],
    [17, ["0", "5", "10", "15", "20"]],
    [950, ["0", "250", "500", "750", "1000"]],
  ])("up to %d records: %j", (highest, ticks) => {
    expect(countAxis(highest, String).ticks.map(({ label }) => label)).toEqual(ticks);
  });

  test.each([
    [7_000, [0, 2, 4, 6, 8]],
    [200_000, [0, 60, 120, 180, 240]],
    [5_000_000, [0, 1800, 3600, 5400]],
  ])("up to %d ms: %j seconds", (longest, ticks) => {
    expect(durationAxis(longest, String).ticks.map(({ value }) => value / 1000)).toEqual(ticks);
  });

  test("shares by quarters", () => {
    expect(shareAxis(String).ticks.map(({ value }) => value)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});

test("an interval runs until its end has passed", () => {
  expect(intervals.map(({ label, isRunning }) => [label, isRunning])).toEqual([
    ["0–10", false],
    ["10–20", false],
    ["20–30", true],
  ]);
});

describe("numbers over time", () => {
  const cohort = { unit: "call", from: 0, until: 30, filter: {} } as const;
  const model = prepareTimeSeries({
    intervals,
    measure: "count",
    print: String,
    series: [
      { key: "one", name: "One", look: "talking", shape: "bar", values: [3, null, 4], cohort },
      { key: "two", name: "Two", look: "lost", shape: "bar", values: [9, 1, 0] },
      { key: "was", name: "Was", look: "talking", shape: "bar", values: [10, 10], isComparison: true },
    ],
  });

  test("leave gaps where there are none, also past the end of a comparison", () => {
    expect(model.series.map(({ figures }) => figures.map(({ label }) => label))).toEqual([
      ["3", "–", "4"],
      ["9", "1", "0"],
      ["10", "10", "–"],
    ]);
  });

  test("fit on the axis, bars on each other", () => {
    expect(model.axis.max).toBe(15);
  });

  test("open the records of their own interval, and nothing at a gap", () => {
    const [one] = model.series;
    expect([0, 1, 2].map((index) => one && hrefOfMark(one, intervals, index))).toEqual([
      cohortHref({ ...cohort, until: 10 }),
      null,
      cohortHref({ ...cohort, from: 20 }),
    ]);
  });
});

test("a heat map shades from the lowest to the highest that is not of a few, hatches these and opens each half hour", () => {
  const counts = Array.from({ length: 336 }, () => 0);
  counts[0] = 4;
  counts[1] = 10;
  counts[49] = 50;
  counts[335] = 110;
  const model = prepareHeatMap({
    counts,
    notes: counts.map((count) => (count === 50 ? "40 to 60" : null)),
    weekdays: ["1", "2", "3", "4", "5", "6", "7"],
    print: String,
    label: ({ weekday, time, count }) => `${weekday} ${time}: ${count}`,
    hrefOf: ({ weekday, halfHour }) => `/calls?${weekday} ${halfHour}`,
  });
  const { rows, scale } = model;
  const filled = rows.flatMap(({ cells }) => cells).filter(({ count }) => count > 0);
  expect(filled).toEqual([
    {
      count: 4,
      step: 1,
      isFew: true,
      place: "1 00:00–00:30",
      label: "1 00:00–00:30: 4",
      text: "4",
      note: null,
      href: "/calls?1 0",
    },
    {
      count: 10,
      step: 1,
      isFew: false,
      place: "1 00:30–01:00",
      label: "1 00:30–01:00: 10",
      text: "10",
      note: null,
      href: "/calls?1 1",
    },
    {
      count: 50,
      step: 3,
      isFew: false,
      place: "2 00:30–01:00",
      label: "2 00:30–01:00: 50",
      text: "50",
      note: "40 to 60",
      href: "/calls?2 1",
    },
    {
      count: 110,
      step: 5,
      isFew: false,
      place: "7 23:30–24:00",
      label: "7 23:30–24:00: 110",
      text: "110",
      note: null,
      href: "/calls?7 47",
    },
  ]);
  expect(scale).toEqual(["30", "50", "70", "90"]);
  const table = tableOfHeatMap(model, { place: "Half hour", count: "n", value: "calls", printCount: String });
  expect(table.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual([
    "1 00:00–00:30 4 4",
    "1 00:30–01:00 10 10",
    "2 00:30–01:00 50 50",
    "7 23:30–24:00 110 110",
  ]);
  expect(table.rows.map(({ cells }) => cells[2]?.note)).toEqual([null, null, "40 to 60", null]);
});

describe("a sparkline", () => {
  test.each([
    ["goes through its values", [0, 10, 5], 3, { lines: ["M0 22L50 2L100 12"], dots: [], running: null }],
    ["breaks at a gap", [1, 1, null, 1, 1], 5, { lines: ["M0 2L25 2", "M75 2L100 2"], dots: [] }],
    ["keeps a value between gaps", [null, 1, null], 3, { lines: [], dots: [{ x: 50, y: 2 }] }],
    ["parts what still runs", [1, 1, 1], 2, { lines: ["M0 2L50 2"], running: "M50 2L100 2" }],
    [
      "breaks what still runs at a gap",
      [1, null, 1, 1],
      1,
      { dots: [{ x: 0, y: 2 }], running: "M66.7 2L100 2" },
    ],
    [
      "is pale from its first value on when all runs",
      [1, 1, 1],
      0,
      { lines: [], running: "M0 2L50 2L100 2" },
    ],
    ["keeps what runs after a gap", [1, null, 1], 2, { dots: [{ x: 0, y: 2 }], running: "M100 2h.01" }],
    ["is not pale where what runs has no value", [1, 1, null], 2, { lines: ["M0 2L50 2"], running: null }],
    ["of nothing is nothing", [], 0, { lines: [], dots: [], running: null }],
  ])("%s", (...[, values, running, drawn]) => {
    expect(prepareSparkline(values, running)).toMatchObject(drawn);
  });
});

describe("a funnel", () => {
  const input: Parameters<typeof prepareFunnel>[0] = {
    points: [
      { key: "a", name: "A", count: 100, value: 500 },
      { key: "b", name: "B", count: 100, value: 620, href: "/calls?b" },
      { key: "c", name: "C", count: 100, value: 300 },
    ],
    mean: { name: "mean", value: 500 },
    limitsAt: (count) => {
      const error = 500 / Math.sqrt(count);
      const [near, far] = [1.96 * error, 3.09 * error];
      return { warning: { low: 500 - near, high: 500 + near }, alarm: { low: 500 - far, high: 500 + far } };
    },
    names: {
      count: "n",
      value: "share",
      limit95: "95 %",
      limit998: "99.8 %",
      beyond95: "outside 95 %",
      beyond998: "outside 99.8 %",
      compared: null,
    },
    print: String,
    printCount: String,
  };
  const model = prepareFunnel(input);
  const agents = (figures: (index: number) => { count: number; value: number }) =>
    Array.from({ length: 20 }, (_, index) => ({
      key: String(index),
      name: `Agent ${index}`,
      ...figures(index),
    }));
  const namesOf = (points: typeof input.points) =>
    prepareFunnel({ ...input, points })
      .points.filter(({ isNamed }) => isNamed)
      .map(({ key }) => key);

  test("tells what lies beyond its limits, and how far", () => {
    expect(model.points.map(({ beyond }) => beyond)).toEqual(["none", "warning", "alarm"]);
  });

  test("names the few that lie farthest beyond, and nobody within", () => {
    expect(model.points.map(({ isNamed }) => isNamed)).toEqual([false, false, true]);
    const far = agents((index) => ({ count: 100 * (index + 1), value: 700 + (index % 3) * 100 }));
    expect(namesOf(far)).toEqual(["8", "10", "11", "13", "14", "16", "17", "19"]);
  });

  test("names nobody whose name would cover another name", () => {
    const stacked = agents((index) => ({ count: 100, value: 700 + index * 10 }));
    expect(namesOf(stacked)).toEqual(["4", "9", "14", "19"]);
  });

  test("names nobody whose name would cover a point", () => {
    const beside = [
      { key: "far", name: "Far", count: 100, value: 900 },
      { key: "right of it", name: "Right of it", count: 105, value: 890 },
    ];
    expect(namesOf(beside)).toEqual(["right of it"]);
  });

  test("has limits over the whole axis, each place once", () => {
    const places = model.limits.map(({ count }) => count);
    expect(new Set(places).size).toBe(places.length);
    expect([places[0], places.at(-1)]).toEqual([1, model.counts.max]);
  });
});
