import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketStart } from "@/server/domain/metrics/time/period-cover";
import { slotCover } from "@/server/domain/metrics/time/slot-cover";
import { weekSlotOf } from "@/server/domain/metrics/time/week-slots";
import { zoneOffsets } from "@/server/domain/metrics/time/zone-offsets";

const DAY_MS = 86_400_000;
const at = (text: string) => Date.parse(text);

function coverOf(from: number, until: number, timeZone: string) {
  return slotCover(zoneOffsets(from, until, timeZone));
}

function words(from: string, until: string, timeZone: string): string[] {
  return coverOf(at(from), at(until), timeZone).map(
    (span) => `${span.grain} ${new Date(span.from).toISOString().slice(0, 16)}`,
  );
}

test("months are taken whole, but for those in which the clocks change", () => {
  expect(words("2026-01-01T00:00Z", "2026-05-01T00:00Z", "Europe/Berlin")).toEqual([
    "slotOfMonth 2026-01-01T00:00",
    "quarter 2026-03-01T00:00",
    "quarter 2026-03-29T01:00",
    "slotOfMonth 2026-04-01T00:00",
  ]);
});

test("where clocks are off by quarters of an hour, nothing coarser is taken", () => {
  expect(words("2026-01-01T00:00Z", "2026-05-01T00:00Z", "Asia/Kathmandu")).toEqual([
    "quarter 2026-01-01T00:00",
  ]);
});

test("what is summed over a month shows the same half hour of the week wherever it began", () => {
  const zone = fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
  const start = fc.integer({ min: at("2010-01-01T00:00Z"), max: at("2027-01-01T00:00Z") });
  const length = fc.integer({ min: 100 * DAY_MS, max: 400 * DAY_MS });
  const share = fc.integer({ min: 1, max: 999 });
  let summed = 0;
  fc.assert(
    fc.property(zone, start, length, share, (...drawn) => {
      const [timeZone, from, lengthMs, thousandths] = drawn;
      const instant = from + Math.floor((lengthMs * thousandths) / 1000);
      const cover = coverOf(from, from + lengthMs, timeZone);
      const span = cover.find((one) => one.from <= instant && instant < one.until);
      if (span?.grain !== "slotOfMonth") return;
      summed += 1;
      const kept = bucketStart("slotOfMonth", instant);
      expect(kept).toBeGreaterThanOrEqual(span.from);
      expect(weekSlotOf(kept, timeZone)).toEqual(weekSlotOf(instant, timeZone));
    }),
    { seed: 20_261_125, numRuns: 500 },
  );
  expect(summed).toBeGreaterThan(250);
});
