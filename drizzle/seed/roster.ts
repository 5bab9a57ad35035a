import { isWeekend, OPENS_HOUR } from "@/drizzle/seed/calendar";
import type { World } from "@/drizzle/seed/world";
import type { Instant } from "@/server/domain/instant";

const HOUR_MS = 3_600_000;
const WORKS_ON_A_WEEKDAY = 0.84;
const WORKS_AT_THE_WEEKEND = 0.55;

/** Hours on the telephone; agents do other work besides. Weights follow the day's demand. */
const SHIFTS = [
  { weight: 10, from: 8, hours: 5 },
  { weight: 8, from: 9, hours: 4.5 },
  { weight: 5, from: 11, hours: 5 },
  { weight: 8, from: 13, hours: 5 },
  { weight: 5, from: 14.5, hours: 4.5 },
  { weight: 10, from: 17, hours: 5 },
] as const;

const BREAK_MS = 15 * 60_000;

/** Who is at the telephone on the day that begins at `midnight`. */
export function rosterDay(world: World, midnight: Instant): void {
  const { chance, timetable, floor } = world;
  const works = isWeekend(midnight) ? WORKS_AT_THE_WEEKEND : WORKS_ON_A_WEEKDAY;
  for (const seat of floor.seats()) {
    seat.beginDay();
    if (!chance.happens(works)) continue;
    const shift = chance.weighted(SHIFTS, ({ weight }) => weight);
    const from = midnight + shift.from * HOUR_MS + chance.whole(-5, 10) * 60_000;
    const until = from + shift.hours * HOUR_MS;
    const pause = from + (until - from) * (0.4 + 0.25 * chance.fraction());
    timetable.at(Math.max(from, midnight + OPENS_HOUR * HOUR_MS - 60_000), () => floor.come(seat));
    timetable.at(pause, () => floor.leave(seat, "short_break"));
    timetable.at(pause + BREAK_MS, () => floor.come(seat));
    timetable.at(until, () => floor.leave(seat, "offline"));
  }
}
