import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canCutInto,
  fittingInterval,
  Interval,
  intervalBoundaries,
} from "@/server/domain/metrics/time/intervals";

const at = (text: string) => Date.parse(text);
const cut = (from: string, until: string, [interval, timeZone]: readonly [Interval, string]) =>
  intervalBoundaries({ from: at(from), until: at(until) }, interval, timeZone).map((instant) =>
    new Date(instant).toISOString().slice(5, 16),
  );

describe("a period is cut on the clocks of its zone", () => {
  test.each<[string, readonly [string, string, Interval, string], string[]]>([
    [
      "an hour begins at quarter past UTC where the offset has 45 minutes",
      ["2026-06-15T10:00Z", "2026-06-15T12:30Z", "hour", "Asia/Kathmandu"],
      ["06-15T10:00", "06-15T10:15", "06-15T11:15", "06-15T12:15", "06-15T12:30"],
    ],
    [
      "the hour that clocks skip is not there",
      ["2026-03-29T00:00Z", "2026-03-29T03:00Z", "hour", "Europe/Berlin"],
      ["03-29T00:00", "03-29T01:00", "03-29T02:00", "03-29T03:00"],
    ],
    [
      "the hour that clocks repeat is an hour of its own",
      ["2026-11-01T04:00Z", "2026-11-01T08:00Z", "hour", "America/New_York"],
      ["11-01T04:00", "11-01T05:00", "11-01T06:00", "11-01T07:00", "11-01T08:00"],
    ],
    [
      "an hour of which half is repeated is half an hour longer",
      ["2026-04-04T13:00Z", "2026-04-04T17:30Z", "hour", "Australia/Lord_Howe"],
      ["04-04T13:00", "04-04T14:00", "04-04T15:30", "04-04T16:30", "04-04T17:30"],
    ],
    [
      "an hour of which half is skipped is half an hour shorter",
      ["2026-10-03T14:30Z", "2026-10-03T17:00Z", "hour", "Australia/Lord_Howe"],
      ["10-03T14:30", "10-03T15:30", "10-03T16:00", "10-03T17:00"],
    ],
    [
      "a day has 23 or 25 hours",
      ["2026-03-27T23:00Z", "2026-03-30T22:00Z", "day", "Europe/Berlin"],
      ["03-27T23:00", "03-28T23:00", "03-29T22:00", "03-30T22:00"],
    ],
    [
      "the days at the edges may be cut",
      ["2026-06-15T12:00Z", "2026-06-17T12:00Z", "day", "America/New_York"],
      ["06-15T12:00", "06-16T04:00", "06-17T04:00", "06-17T12:00"],
    ],
    [
      "a week begins on Monday",
      ["2026-06-10T00:00Z", "2026-06-24T00:00Z", "week", "UTC"],
      ["06-10T00:00", "06-15T00:00", "06-22T00:00", "06-24T00:00"],
    ],
    [
      "months have their own lengths",
      ["2028-01-31T00:00Z", "2028-04-01T00:00Z", "month", "UTC"],
      ["01-31T00:00", "02-01T00:00", "03-01T00:00", "04-01T00:00"],
    ],
  ])("%s", (_, [from, until, interval, timeZone], boundaries) => {
    expect(cut(from, until, [interval, timeZone])).toEqual(boundaries);
  });
});

test("a day that begins at one o'clock begins there", () => {
  // Clocks in Santiago went forward at midnight on 2025-09-07.
  expect(cut("2025-09-06T12:00Z", "2025-09-07T12:00Z", ["day", "America/Santiago"])).toContain("09-07T04:00");
});

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"] as const;
const somePeriod = fc
  .tuple(
    fc.integer({ min: at("2025-01-01T00:00Z"), max: at("2028-12-31T00:00Z") }),
    fc.integer({ min: 1, max: 3e10 }),
  )
  .map(([from, length]) => ({ from, until: from + length }));

test("intervals are a partition of the period", () => {
  fc.assert(
    fc.property(
      somePeriod,
      fc.constantFrom(...Interval.options),
      fc.constantFrom(...ZONES),
      ({ from, until }, interval, timeZone) => {
        fc.pre(canCutInto(interval, from, until));
        const boundaries = intervalBoundaries({ from, until }, interval, timeZone);
        expect(boundaries[0]).toBe(from);
        expect(boundaries.at(-1)).toBe(until);
        expect(boundaries.length).toBeLessThanOrEqual(1001);
        expect(boundaries.every((one, index) => index === 0 || one > (boundaries[index - 1] ?? one))).toBe(
          true,
        );
      },
    ),
    { seed: 20_261_123, numRuns: 300 },
  );
});

test("what would be more than a thousand intervals is refused, and so is an empty period", () => {
  const from = at("2026-01-01T00:00Z");
  const until = at("2026-12-31T00:00Z");
  expect(canCutInto("hour", from, until)).toBe(false);
  expect(() => intervalBoundaries({ from, until }, "hour", "UTC")).toThrow(RangeError);
  expect(() => intervalBoundaries({ from, until: from }, "hour", "UTC")).toThrow(RangeError);
});

test.each<[string, Interval]>([
  ["2026-06-16T00:00Z", "quarterHour"],
  ["2026-06-17T00:00Z", "halfHour"],
  ["2026-06-18T00:00Z", "hour"],
  ["2026-06-22T00:00Z", "day"],
  ["2026-09-01T00:00Z", "day"],
  ["2027-06-15T00:00Z", "week"],
  ["2030-06-15T00:00Z", "month"],
  ["2090-06-15T00:00Z", "month"],
])("from 15 June 2026 to %s a chart is cut by %s unless told otherwise", (until, interval) => {
  expect(fittingInterval(at("2026-06-15T00:00Z"), at(until))).toBe(interval);
});
