import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { slotAt, slotIndexer, weekSlotOf } from "@/server/domain/metrics/time/week-slots";

const at = (text: string) => Date.parse(text);

test.each<[string, string, number, number]>([
  ["2026-06-15T00:00Z", "UTC", 1, 0],
  ["2026-06-14T23:59:59.999Z", "UTC", 7, 47],
  ["2026-06-14T18:15Z", "Asia/Kathmandu", 1, 0],
  ["2026-06-14T18:14Z", "Asia/Kathmandu", 7, 47],
  ["2026-06-15T03:59Z", "America/New_York", 7, 47],
  ["2026-03-29T00:59Z", "Europe/Berlin", 7, 3],
  ["2026-03-29T01:00Z", "Europe/Berlin", 7, 6],
  ["2026-10-25T00:30Z", "Europe/Berlin", 7, 5],
  ["2026-10-25T01:30Z", "Europe/Berlin", 7, 5],
  ["2026-04-04T14:45Z", "Australia/Lord_Howe", 7, 3],
  ["2026-04-04T15:15Z", "Australia/Lord_Howe", 7, 3],
  ["1969-12-31T23:30Z", "UTC", 3, 47],
])("%s in %s is weekday %i, half hour %i", (...told) => {
  const [instant, timeZone, weekday, halfHour] = told;
  expect(weekSlotOf(at(instant), timeZone)).toEqual({ weekday, halfHour });
});

test("what a whole period is told of an instant is what the clocks show at it", () => {
  const from = at("2026-01-01T00:00Z");
  const until = at("2027-01-01T00:00Z");
  const zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"] as const;
  const indexers = new Map(zones.map((zone) => [zone, slotIndexer(from, until, zone)]));
  fc.assert(
    fc.property(fc.integer({ min: from, max: until - 1 }), fc.constantFrom(...zones), (instant, zone) => {
      const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
      const halfHour = local.hour * 2 + Math.floor(local.minute / 30);
      expect(slotAt(indexers.get(zone)?.(instant) ?? -1)).toEqual({ weekday: local.dayOfWeek, halfHour });
    }),
    { seed: 20_261_123, numRuns: 1000 },
  );
});

test("an instant outside of the period is not guessed at", () => {
  expect(() => slotIndexer(0, 10, "UTC")(10)).toThrow(RangeError);
});
