import fc from "fast-check";
import { expect, test } from "vitest";
import { previousPeriod } from "@/server/domain/metrics/time/period";

const at = (text: string) => Date.parse(text);

test.each<[string, string, string, string, string]>([
  ["a day", "2026-06-15T00:00Z", "2026-06-16T00:00Z", "UTC", "2026-06-14T00:00Z"],
  ["the day of 23 hours", "2026-03-28T23:00Z", "2026-03-29T22:00Z", "Europe/Berlin", "2026-03-27T23:00Z"],
  ["the day after it", "2026-03-29T22:00Z", "2026-03-30T22:00Z", "Europe/Berlin", "2026-03-28T23:00Z"],
  [
    "the week after clocks went back",
    "2026-11-02T05:00Z",
    "2026-11-09T05:00Z",
    "America/New_York",
    "2026-10-26T04:00Z",
  ],
  ["a month: as many days", "2026-03-01T00:00Z", "2026-04-01T00:00Z", "UTC", "2026-01-29T00:00Z"],
  [
    "part of a day: as many hours",
    "2026-03-29T00:00Z",
    "2026-03-29T05:30Z",
    "Europe/Berlin",
    "2026-03-28T18:30Z",
  ],
])("before %s lies the equal period", (...told) => {
  const [, from, until, timeZone, start] = told;
  expect(previousPeriod(at(from), at(until), timeZone)).toEqual({ from: at(start), until: at(from) });
});

test("the period before ends where this begins and is as long, give or take an hour of the clocks", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at("2025-01-01T00:00Z"), max: at("2028-01-01T00:00Z") }),
      fc.integer({ min: 1, max: 4e9 }),
      fc.constantFrom("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe"),
      (from, length, timeZone) => {
        const before = previousPeriod(from, from + length, timeZone);
        expect(before.until).toBe(from);
        expect(Math.abs(before.until - before.from - length)).toBeLessThanOrEqual(3_600_000);
      },
    ),
    { seed: 20_261_123, numRuns: 200 },
  );
});
