import fc from "fast-check";
import { expect, test } from "vitest";
import { nextChange } from "@/server/domain/routing/next-change";
import { isOpenAt, type Opening, type OpeningHours } from "@/server/domain/routing/opening-hours";

const QUARTER_MS = 15 * 60_000;
const noon: Opening[] = [{ from: 720, until: 780 }];
const never: OpeningHours = { timeZone: "UTC", week: [[], [], [], [], [], [], []], specialDays: [] };
const at = (text: string) => Date.parse(text);

const shanghai: OpeningHours = {
  timeZone: "Asia/Shanghai",
  week: [noon, noon, noon, noon, noon, [], []],
  specialDays: [
    { on: "2026-10-01", name: "National Day", openings: [] },
    { on: "2026-10-02", name: "National Day", openings: [] },
    { on: "2026-10-10", name: "Make-up working day", openings: noon },
  ],
};

test.each([
  // from                        next change
  ["2026-09-30T11:00:00+08:00", "2026-09-30T12:00:00+08:00"],
  ["2026-09-30T12:00:00+08:00", "2026-09-30T13:00:00+08:00"],
  ["2026-09-30T13:00:00+08:00", "2026-10-05T12:00:00+08:00"],
  ["2026-10-09T13:00:00+08:00", "2026-10-10T12:00:00+08:00"],
])("holidays are passed over and make-up days are not: after %s comes %s", (from, next) => {
  expect(nextChange(shanghai, at(from))).toBe(at(next));
});

test("what never closes or never opens never changes", () => {
  const always: Opening[] = [{ from: 0, until: 1440 }];
  const everyDay: OpeningHours = {
    ...never,
    week: [always, always, always, always, always, always, always],
  };
  for (const hours of [null, never, everyDay]) expect(nextChange(hours, at("2026-03-10T08:00Z"))).toBeNull();
});

test("a group that opens on one day in years alone opens then", () => {
  const hours = { ...never, specialDays: [{ on: "2031-05-01", name: "Fair", openings: noon }] };
  expect(nextChange(hours, at("2026-03-10T08:00Z"))).toBe(at("2031-05-01T12:00Z"));
});

test.each([
  // openings  from                    next change
  [[90, 150], "2026-03-08T06:00:00Z", "2026-03-08T06:30:00Z"],
  // Half past two does not come: at two the clock shows three.
  [[90, 150], "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z"],
  // Half past one comes twice.
  [[60, 90], "2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z"],
  [[60, 90], "2026-11-01T05:30:00Z", "2026-11-01T06:00:00Z"],
  [[60, 90], "2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z"],
] as const)("in New York, open %j, after %s comes %s", ([from, until], now, next) => {
  const day: Opening[] = [{ from, until }];
  const week: OpeningHours["week"] = [day, day, day, day, day, day, day];
  const hours: OpeningHours = { timeZone: "America/New_York", week, specialDays: [] };
  expect(nextChange(hours, at(now))).toBe(at(next));
});

const quarters = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const opening = fc
  .tuple(quarters, quarters)
  .map(([one, other]) => ({ from: Math.min(one, other), until: Math.max(one, other) + 15 }));
const openings = fc.array(opening, { maxLength: 3 });

// Each with an instant shortly before its clock changes, or the date line moved.
const clockChanges = [
  ["America/New_York", "2026-03-08T07:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z"],
  ["Asia/Shanghai", "2026-10-01T00:00Z"],
  // At midnight, back and forth.
  ["America/Havana", "2026-11-01T05:00Z"],
  ["America/Sao_Paulo", "2018-11-04T03:00Z"],
] as const;

test("no instant before the next change is other than now, around every change of a clock", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...clockChanges),
      fc.record({
        week: fc.tuple(openings, openings, openings, openings, openings, openings, openings),
        special: openings,
      }),
      fc.integer({ min: -96, max: 48 }),
      ([timeZone, change], { week, special }, offset) => {
        const on = change.slice(0, 10);
        const hours = { timeZone, week, specialDays: [{ on, name: "Special", openings: special }] };
        const from = at(change) + offset * QUARTER_MS;
        const steps = Array.from({ length: 192 }, (_, index) => from + (index + 1) * QUARTER_MS);
        const naive = steps.find((step) => isOpenAt(hours, step) !== isOpenAt(hours, from));
        const next = nextChange(hours, from);
        if (naive === undefined)
          expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(from + 192 * QUARTER_MS);
        else expect(next).toBe(naive);
      },
    ),
    { seed: 150, numRuns: 300 },
  );
});
