import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proportionOf, wilsonInterval } from "@/server/domain/metrics/proportion";

test("nothing of nothing is no share", () => {
  expect(proportionOf(0, 0)).toBeNull();
  expect(proportionOf(0, 4)).toEqual({ part: 0, whole: 4, share: 0 });
});

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  test.each<[number, number, number, number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i reaches from %d to %d", (...expected) => {
    const [part, whole, low, high] = expected;
    const interval = wilsonInterval({ part, whole, share: part / whole });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("holds the share and stays between 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const part = Math.round(whole * share);
          const { low, high } = wilsonInterval({ part, whole, share: part / whole });
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(part / whole + 1e-12);
          expect(high).toBeGreaterThanOrEqual(part / whole - 1e-12);
        },
      ),
      { seed: 20_261_123, numRuns: 500 },
    );
  });
});
