import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addHistograms,
  BUCKET_COUNT,
  bucketOf,
  countOf,
  histogramOf,
  lowerBound,
  midpointOf,
} from "@/server/domain/metrics/log-histogram";

const seeded = { seed: 20_261_123, numRuns: 2000 };
const MONTH_MS = 31 * 86_400_000;
const duration = fc.oneof(fc.nat(200), fc.nat(600_000), fc.nat(lowerBound(BUCKET_COUNT - 1) - 1));
const buckets = Array.from({ length: BUCKET_COUNT }, (_, bucket) => bucket);

describe("the buckets", () => {
  test.each([
    [0, 0],
    [1, 1],
    [99, 99],
    [100, 100],
    [101, 100],
    [102, 101],
  ])("%i ms falls into bucket %i", (ms, bucket) => {
    expect(bucketOf(ms)).toBe(bucket);
  });

  test("follow one another, each from its lower bound up to the next", () => {
    for (const bucket of buckets.slice(1)) {
      expect(lowerBound(bucket)).toBeGreaterThan(lowerBound(bucket - 1));
      expect(bucketOf(lowerBound(bucket))).toBe(bucket);
      expect(bucketOf(lowerBound(bucket) - 1)).toBe(bucket - 1);
    }
  });

  test("reach to a month, and the last holds whatever is longer", () => {
    expect(lowerBound(BUCKET_COUNT - 1)).toBeLessThanOrEqual(MONTH_MS);
    expect(bucketOf(10 * MONTH_MS)).toBe(BUCKET_COUNT - 1);
    expect(lowerBound(BUCKET_COUNT)).toBe(Number.POSITIVE_INFINITY);
  });

  test("are each stood for by a midpoint within 1 % of all their durations", () => {
    for (const bucket of buckets.slice(0, -1)) {
      for (const ms of [lowerBound(bucket), lowerBound(bucket + 1) - 1]) {
        expect(Math.abs(midpointOf(bucket) - ms)).toBeLessThanOrEqual(ms * 0.01);
      }
    }
  });

  test("hold no negative duration", () => {
    expect(() => bucketOf(-1)).toThrow(RangeError);
    expect(() => bucketOf(Number.NaN)).toThrow(RangeError);
  });
});

test("any duration lies in its bucket, within 1 % of its midpoint", () => {
  fc.assert(
    fc.property(duration, (ms) => {
      const bucket = bucketOf(ms);
      expect(lowerBound(bucket)).toBeLessThanOrEqual(ms);
      expect(lowerBound(bucket + 1)).toBeGreaterThan(ms);
      expect(Math.abs(midpointOf(bucket) - ms)).toBeLessThanOrEqual(ms * 0.01);
    }),
    seeded,
  );
});

test("histograms add up as the durations do, and what is added can be taken away without a trace", () => {
  fc.assert(
    fc.property(fc.array(duration), fc.array(duration), (some, others) => {
      const sum = addHistograms(histogramOf(some), histogramOf(others));
      expect(sum).toEqual(histogramOf([...some, ...others]));
      expect(countOf(sum)).toBe(some.length + others.length);
      expect(addHistograms(sum, histogramOf(others), -1)).toEqual(histogramOf(some));
    }),
    { ...seeded, numRuns: 200 },
  );
});
