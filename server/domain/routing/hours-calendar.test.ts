import { expect, test } from "vitest";
import { checkHours } from "@/server/domain/routing/check-hours";
import { datesBetween, monthOf, monthsFrom, weekOf } from "@/server/domain/routing/hours-calendar";
import type { Opening, OpeningHours } from "@/server/domain/routing/opening-hours";

const day: Opening[] = [{ from: 480, until: 1200 }];
const hours: OpeningHours = {
  timeZone: "Asia/Shanghai",
  week: [day, day, day, day, day, [], []],
  specialDays: [
    { on: "2026-10-01", name: "National Day", openings: [] },
    { on: "2026-10-10", name: "Make-up working day", openings: day },
  ],
};

test("a month is whole weeks from Monday, in which special days have their name and openings", () => {
  const weeks = monthOf(hours, "2026-10");
  expect(weeks.map((week) => week[0]?.on)).toEqual([
    "2026-09-28",
    "2026-10-05",
    "2026-10-12",
    "2026-10-19",
    "2026-10-26",
  ]);
  const days = weeks.flat();
  expect(days.find(({ on }) => on === "2026-10-01")).toMatchObject({ special: "National Day", openings: [] });
  expect(days.find(({ on }) => on === "2026-10-10")).toMatchObject({ weekday: 6, openings: day });
  expect(days.filter(({ special }) => special !== null)).toHaveLength(2);
});

test("a week holds the date it is asked for and begins on Monday", () => {
  expect(weekOf(hours, "2026-10-04").map(({ on }) => on)).toEqual(datesBetween("2026-09-28", "2026-10-04"));
});

test("months follow each other across years", () => {
  expect([monthsFrom("2026-12", 1), monthsFrom("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
});

test("there are no days between what is no date, the wrong way round, or a year apart", () => {
  for (const [from, until] of [
    ["", ""],
    ["2026-02-30", "2026-03-01"],
    ["2026-03-02", "2026-03-01"],
    ["2026-01-01", "2027-01-01"],
  ] as const) {
    expect(datesBetween(from, until)).toEqual([]);
  }
});

test("openings that overlap and dates named twice are refused, touching openings are not", () => {
  const overlapping: Opening[] = [
    { from: 700, until: 800 },
    { from: 480, until: 720 },
  ];
  const touching: Opening[] = [
    { from: 720, until: 800 },
    { from: 480, until: 720 },
  ];
  const [monday, ...rest] = hours.week;
  expect(monday).toBe(day);
  expect(checkHours({ ...hours, week: [touching, ...rest] })).toMatchObject({ ok: true });
  expect(checkHours({ ...hours, week: [overlapping, ...rest] })).toMatchObject({
    reason: "hours_overlap",
    details: { day: "weekday1" },
  });
  const named = (on: string, openings: Opening[]) => ({ on, name: "Fair", openings });
  expect(checkHours({ ...hours, specialDays: [named("2026-05-01", overlapping)] })).toMatchObject({
    reason: "hours_overlap",
    details: { day: "2026-05-01" },
  });
  const twice = [named("2026-05-01", []), named("2026-05-01", day)];
  expect(checkHours({ ...hours, specialDays: twice })).toMatchObject({ reason: "special_day_twice" });
});
