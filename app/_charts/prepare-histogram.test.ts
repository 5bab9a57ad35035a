import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareHistogram, tableOfHistogram } from "@/app/_charts/prepare-histogram";
import { bucketOf, histogramOf, lowerBound } from "@/server/domain/metrics/log-histogram";

function prepare(durations: readonly number[], marks: { name: string; ms: number | null }[] = []) {
  return prepareHistogram({
    histogram: histogramOf(durations),
    marks,
    printDuration: (ms) => `${ms} ms`,
    printSpan: (min, below) => `${min} to ${below}`,
    printCount: String,
    printShare: (share) => share.toFixed(3),
    hrefOf: (span) => `/calls?${JSON.stringify(span)}`,
    chosen: "logarithmic",
  });
}

const someDurations = fc.array(fc.integer({ min: 0, max: 7_200_000 }), { minLength: 1, maxLength: 300 });

describe.each(["logarithmic", "linear"] as const)("on a %s axis", (scale) => {
  test("every bar counts exactly the durations between its edges, and no duration is left out", () => {
    fc.assert(
      fc.property(someDurations, (durations) => {
        const { bars } = prepare(durations)[scale];
        for (const { min, below, count } of bars) {
          const inside = durations.filter((ms) => ms >= min && (below === null || ms < below));
          expect(count).toBe(inside.length);
        }
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(durations.length);
      }),
    );
  });

  test("bars follow each other without gap, from 0 to no end, at bucket bounds", () => {
    fc.assert(
      fc.property(someDurations, (durations) => {
        const { bars } = prepare(durations)[scale];
        expect(bars[0]?.min).toBe(0);
        expect(bars.at(-1)?.below).toBeNull();
        expect(bars.slice(1).map(({ min }) => min)).toEqual(bars.slice(0, -1).map(({ below }) => below));
        for (const { min } of bars) expect(lowerBound(bucketOf(min))).toBe(min);
      }),
    );
  });

  test("the cumulative share ends at all, and bars stay on the axis", () => {
    fc.assert(
      fc.property(someDurations, (durations) => {
        const { bars, durations: axis } = prepare(durations)[scale];
        expect(bars.at(-1)?.cumulative).toBe(1);
        for (const { left, right } of bars) {
          expect(left).toBeLessThan(right);
          expect(left).toBeGreaterThanOrEqual(axis.min - 1e-9);
          expect(right).toBeLessThanOrEqual(axis.max + 1e-9);
        }
      }),
    );
  });
});

test("a bar opens its calls; an empty one opens nothing", () => {
  const bars = prepare([10_000, 100_000, 100_000]).logarithmic.bars;
  const filled = bars.filter(({ count }) => count > 0);
  expect(filled.map(({ count }) => count)).toEqual([1, 2]);
  expect(filled[0]?.href).toBe(`/calls?${JSON.stringify({ below: filled[0]?.below })}`);
  expect(bars.filter(({ count }) => count === 0).every(({ href }) => href === null)).toBe(true);
});

test("marks stand in order; what there is none of and what lies off the axis is left out", () => {
  const { linear } = prepare(
    [30_000, 60_000],
    [
      { name: "mean", ms: 45_000 },
      { name: "median", ms: 40_000 },
      { name: "P90", ms: null },
      { name: "far", ms: 9_000_000_000 },
    ],
  );
  expect(linear.marks.map(({ name }) => name)).toEqual(["median", "mean", "far"]);
});

describe("beside other durations", () => {
  const own = [10_000, 10_000, 100_000, 100_000];
  const other = [10_000];
  const model = prepareHistogram({
    histogram: histogramOf(own),
    marks: [],
    chosen: "logarithmic",
    printDuration: String,
    printSpan: String,
    printCount: String,
    printShare: (share) => share.toFixed(2),
    hrefOf: (span) => `/calls?own${JSON.stringify(span)}`,
    compared: {
      name: "before",
      histogram: histogramOf(other),
      hrefOf: (span) => `/calls?other${JSON.stringify(span)}`,
    },
  });

  test("each bar is drawn as if there were as many of them", () => {
    const { compared } = model.logarithmic;
    expect(compared?.reduce((sum, { height }) => sum + height, 0)).toBe(own.length);
    expect(compared?.reduce((sum, { count }) => sum + count, 0)).toBe(other.length);
  });

  test("each row prints their own number and share, and opens them", () => {
    const { columns, over, rows } = tableOfHistogram(model, ["length", "n", "share", "up to"]);
    expect(columns).toEqual(["length", "n", "share", "up to", "n", "share"]);
    expect(over).toEqual(["", "", "", "", "before", "before"]);
    const filled = rows.filter(({ cells }) => cells[4]?.raw !== 0);
    expect(filled.map(({ cells }) => cells.slice(4).map(({ text }) => text))).toEqual([["1", "1.00"]]);
    expect(filled[0]?.cells[4]?.href).toMatch(/^\/calls\?other/);
  });
});
