import type { Opening, OpeningHours, SpecialDay } from "@/server/domain/routing/opening-hours";

const YEAR = 2026;
const closed: Opening[] = [];
const eightToEight: Opening[] = [{ from: 8 * 60, until: 20 * 60 }];
const shortDay: Opening[] = [{ from: 9 * 60, until: 18 * 60 }];

/** The State Council's holidays of that year, and below the days at weekends that are worked for them. */
const HOLIDAYS = [
  { name: "New Year", month: 1, from: 1, until: 3 },
  { name: "Spring Festival", month: 2, from: 15, until: 23 },
  { name: "Qingming Festival", month: 4, from: 4, until: 6 },
  { name: "Labour Day", month: 5, from: 1, until: 5 },
  { name: "Dragon Boat Festival", month: 6, from: 19, until: 21 },
  { name: "Mid-Autumn Festival", month: 9, from: 25, until: 27 },
  { name: "National Day", month: 10, from: 1, until: 7 },
] as const;

const WORKED_WEEKENDS = [
  "2026-01-04",
  "2026-02-14",
  "2026-02-28",
  "2026-05-09",
  "2026-09-20",
  "2026-10-10",
] as const;

function specialDays(): SpecialDay[] {
  const holidays = HOLIDAYS.flatMap(({ name, month, from, until }) =>
    Array.from({ length: until - from + 1 }, (_, index) => ({
      on: [YEAR, month, from + index].map((part) => String(part).padStart(2, "0")).join("-"),
      name,
      openings: closed,
    })),
  );
  const workdays = WORKED_WEEKENDS.map((on) => ({ on, name: "Make-up working day", openings: eightToEight }));
  return [...holidays, ...workdays].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Eight to eight on working days and shorter at weekends, with China's holidays and make-up working days. */
export const officeHours: OpeningHours = {
  timeZone: "Asia/Shanghai",
  week: [eightToEight, eightToEight, eightToEight, eightToEight, eightToEight, shortDay, shortDay],
  specialDays: specialDays(),
};
