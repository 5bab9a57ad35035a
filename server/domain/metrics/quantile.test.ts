import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histogramOf } from "@/server/domain/metrics/log-histogram";
import {
  longestOf,
  medianInterval,
  medianOf,
  quantileOf,
  reachedBy,
  varianceOf,
} from "@/server/domain/metrics/quantile";

// Below 100 ms each bucket holds one duration only, so these are exact.
describe("the quantile of few durations", () => {
  test.each<[number[], number, number | null]>([
    [[], 0.5, null],
    [[7], 0, 7],
    [[7], 0.9, 7],
    [[10, 20], 0.5, 15],
    [[10, 20], 0.25, 12.5],
    [[30, 10, 20], 0.5, 20],
    [[10, 20, 30, 40], 0.9, 37],
    [[10, 10, 10, 90], 0.5, 10],
    [[1, 2, 3, 4, 5], 1, 5],
  ])("%j at %d is %s, as percentile_cont says", (durations, share, value) => {
    const quantile = quantileOf(histogramOf(durations), share);
    if (value === null) expect(quantile).toBeNull();
    else expect(quantile).toBeCloseTo(value, 9);
  });

  test.each([-0.1, 1.1, Number.NaN])("at %d there is none", (share) => {
    expect(() => quantileOf(histogramOf([1]), share)).toThrow(RangeError);
  });
});

/** As PostgreSQL's percentile_cont. */
function exactQuantile(durations: readonly number[], share: number): number {
  const sorted = durations.toSorted((one, other) => one - other);
  const position = share * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? Number.NaN;
  return low + (position - Math.floor(position)) * (high - low);
}

test("any quantile is within 1 % of the exact one", () => {
  const durations = fc.array(fc.oneof(fc.nat(300), fc.nat(7_200_000)), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
      const exact = exactQuantile(sample, share);
      const quantile = quantileOf(histogramOf(sample), share) ?? Number.NaN;
      expect(Math.abs(quantile - exact)).toBeLessThanOrEqual(exact * 0.01 + 1e-6);
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
});

describe("the interval of the median", () => {
  const upTo = (n: number) => histogramOf(Array.from({ length: n }, (_, index) => index + 1));

  // The ranks of the 95 % sign interval, as tables print them (Conover, Practical Nonparametric Statistics).
  test.each<[number, number, number]>([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [99, 40, 60],
  ])("of %i durations reaches from the %ith to the %ith", (n, low, high) => {
    expect(medianInterval(upTo(n))).toEqual({ low, high });
  });

  test.each([0, 1, 5])("does not exist for %i durations", (n) => {
    expect(medianInterval(upTo(n))).toBeNull();
  });

  test("holds the median, and the step from the exact to the normal ranks is no jump", () => {
    for (const n of [200, 999, 1000, 1001, 5000]) {
      const sample = histogramOf(Array.from({ length: n }, (_, index) => (index + 1) * 1000));
      const { low, high } = medianInterval(sample) ?? { low: Number.NaN, high: Number.NaN };
      const reach = (1.96 * Math.sqrt(n)) / 2;
      const median = medianOf(sample) ?? Number.NaN;
      expect(low).toBeLessThan(median);
      expect(high).toBeGreaterThan(median);
      expect(Math.abs(low / 1000 - (n / 2 - reach))).toBeLessThanOrEqual(n * 0.01 + 2);
      expect(Math.abs(high / 1000 - (n / 2 + reach))).toBeLessThanOrEqual(n * 0.01 + 2);
    }
  });
});

test.each<[number[], number | null]>([
  [[], null],
  [[5], null],
  [[5, 5], 0],
  [[2, 4, 4, 4, 5, 5, 7, 9], 32 / 7],
])("the sample variance of %j is %s", (durations, variance) => {
  const found = varianceOf(histogramOf(durations));
  if (variance === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(variance, 9);
});

test("at least so many reach the length from which on the longest are read, and no fewer longer ones would do", () => {
  const some = fc.array(fc.integer({ min: 0, max: 7_200_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 70 }), (durations, wanted) => {
      const min = reachedBy(histogramOf(durations), wanted);
      const reaching = durations.filter((ms) => ms >= min).length;
      expect(reaching).toBeGreaterThanOrEqual(Math.min(wanted, durations.length));
      const nearer = durations.filter((ms) => ms >= min * 1.02 + 1).length;
      if (durations.length >= wanted) expect(nearer).toBeLessThan(wanted);
      else expect(min).toBe(0);
    }),
  );
});

test("the longest duration is found with all that count as so long", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }), (durations) => {
      const longest = longestOf(histogramOf(durations));
      const exact = Math.max(...durations);
      expect(longest?.fromMs).toBeLessThanOrEqual(exact);
      expect(Math.abs((longest?.ms ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.01);
    }),
    { seed: 20_261_126 },
  );
  expect(longestOf(histogramOf([]))).toBeNull();
});
