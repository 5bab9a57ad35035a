import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bucketEnd,
  bucketStart,
  type Grain,
  periodCover,
  splitCover,
} from "@/server/domain/metrics/time/period-cover";

const at = (text: string) => Date.parse(text);
const ALL: readonly Grain[] = ["quarter", "hour", "day", "month"];

test("a period is covered by months, at its edges by finer grains, and by rows where nothing is that fine", () => {
  const cover = periodCover(at("2026-01-30T22:14:59Z"), at("2026-04-02T01:17:00Z"), ALL);
  expect(cover.map(({ grain, from }) => `${grain} ${new Date(from).toISOString().slice(5, 19)}`)).toEqual([
    "rows 01-30T22:14:59",
    "quarter 01-30T22:15:00",
    "hour 01-30T23:00:00",
    "day 01-31T00:00:00",
    "month 02-01T00:00:00",
    "day 04-01T00:00:00",
    "hour 04-02T00:00:00",
    "quarter 04-02T01:00:00",
    "rows 04-02T01:15:00",
  ]);
});

test.each<[string, string, readonly Grain[], string]>([
  ["2026-01-01T00:00Z", "2027-01-01T00:00Z", ALL, "month"],
  ["2026-01-01T00:00Z", "2027-01-01T00:00Z", ["hour", "day"], "day"],
  ["2026-06-15T00:15Z", "2026-06-15T00:45Z", ALL, "quarter"],
  ["2026-06-15T00:15Z", "2026-06-15T00:45Z", ["hour"], "rows"],
  ["2026-06-15T00:15Z", "2026-06-15T00:45Z", [], "rows"],
])("from %s to %s, of %j, it takes one span of %s", (...told) => {
  const [from, until, grains, grain] = told;
  expect(periodCover(at(from), at(until), grains)).toEqual([{ grain, from: at(from), until: at(until) }]);
});

test("an empty period needs nothing", () => {
  expect(periodCover(5, 5, ALL)).toEqual([]);
});

const instant = fc.integer({ min: at("1969-01-01T00:00Z"), max: at("2030-01-01T00:00Z") });
const seeded = { seed: 20_261_123, numRuns: 1000 };

test("a cover is a partition of the period into whole buckets and rows", () => {
  const length = fc.oneof(fc.nat(4_000_000), fc.nat(200_000_000), fc.nat(100_000_000_000));
  fc.assert(
    fc.property(instant, length, fc.subarray([...ALL]), (from, length, grains) => {
      const cover = periodCover(from, from + length, grains);
      let reached = from;
      for (const span of cover) {
        expect(span.from).toBe(reached);
        expect(span.until).toBeGreaterThan(span.from);
        reached = span.until;
        if (span.grain === "rows") continue;
        expect(grains).toContain(span.grain);
        expect(bucketStart(span.grain, span.from)).toBe(span.from);
        expect(bucketStart(span.grain, span.until)).toBe(span.until);
      }
      expect(reached).toBe(from + length);
      expect(cover.length).toBeLessThanOrEqual(2 * grains.length + 1);
    }),
    seeded,
  );
});

test("every instant lies in the bucket that begins at or before it", () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...ALL), (moment, grain) => {
      const start = bucketStart(grain, moment);
      expect(start).toBeLessThanOrEqual(moment);
      expect(bucketEnd(grain, start)).toBeGreaterThan(moment);
      expect(bucketStart(grain, bucketEnd(grain, start))).toBe(bucketEnd(grain, start));
    }),
    seeded,
  );
});

test("a cover is split into whole buckets before an instant and the others, and none is lost", () => {
  const periods = fc.tuple(instant, fc.integer({ min: 0, max: 400 * 86_400_000 }), instant);
  fc.assert(
    fc.property(periods, ([from, length, cut]) => {
      const cover = periodCover(from, from + length, ALL);
      const [before, after] = splitCover(cover, cut);
      expect(before.every(({ until }) => until <= cut)).toBe(true);
      expect(after.every(({ until }) => until > cut)).toBe(true);
      const lengthOf = (spans: typeof cover) => spans.reduce((sum, span) => sum + span.until - span.from, 0);
      expect(lengthOf([...before, ...after])).toBe(length);
      for (const { grain, from: start, until } of [...before, ...after]) {
        if (grain === "rows" || grain === "slotOfMonth") continue;
        expect([bucketStart(grain, start), bucketStart(grain, until)]).toEqual([start, until]);
      }
    }),
    seeded,
  );
});

test("a half hour of the week of the month that an instant lies in is not over", () => {
  const months = {
    grain: "slotOfMonth" as const,
    from: at("2026-01-01T00:00Z"),
    until: at("2026-04-01T00:00Z"),
  };
  expect(splitCover([months], at("2026-03-17T12:00Z"))).toEqual([
    [{ ...months, until: at("2026-03-01T00:00Z") }],
    [{ ...months, from: at("2026-03-01T00:00Z") }],
  ]);
});
