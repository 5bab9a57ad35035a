import type { Chance } from "@/drizzle/seed/chance";
import type { Instant } from "@/server/domain/instant";

// The demo hotline stands in China, which keeps one clock all year (UTC+8).
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const THURSDAY_1970 = 4;

export const OPENS_HOUR = 8;
const CLOSES_HOUR = 22;

/** Calls expected on a plain weekday, and what each day has of that, Sunday first. */
const CALLS_A_DAY = 860;
const WEEKDAY_FACTORS = [0.62, 1.16, 1.03, 1, 0.98, 0.97, 0.68] as const;

/** Relative demand of each half hour from midnight: a morning peak, lunch, an afternoon peak, evening. */
const HALF_HOURS = [
  ...[2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 6, 9],
  ...[26, 42, 62, 78, 88, 90, 82, 70, 56, 50, 54, 64, 74, 78, 74, 68],
  ...[60, 54, 48, 42, 40, 42, 44, 44, 40, 34, 26, 18, 6, 4, 3, 2],
] as const;
const HALF_HOURS_TOTAL = HALF_HOURS.reduce<number>((total, weight) => total + weight, 0);

/** The local midnights of the `count` days that end with the day of `now`. */
export function daysUntil(now: Instant, count: number): Instant[] {
  const today = Math.floor((now + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return Array.from({ length: count }, (_, index) => today - (count - 1 - index) * DAY_MS);
}

export function isWeekend(midnight: Instant): boolean {
  const weekday = weekdayOf(midnight);
  return weekday === 0 || weekday === 6;
}

function weekdayOf(midnight: Instant): number {
  return (Math.floor((midnight + OFFSET_MS) / DAY_MS) + THURSDAY_1970) % 7;
}

export function isOpenAt(at: Instant): boolean {
  const hour = ((at + OFFSET_MS) % DAY_MS) / 3_600_000;
  return hour >= OPENS_HOUR && hour < CLOSES_HOUR;
}

/** A Poisson process whose rate changes with weekday and half hour, and a little from day to day. */
export function drawArrivals(chance: Chance, midnight: Instant): Instant[] {
  const mood = chance.logNormal(1, 0.07);
  const expected = CALLS_A_DAY * (WEEKDAY_FACTORS[weekdayOf(midnight)] ?? 1) * mood;
  return HALF_HOURS.flatMap((weight, index) => {
    const gapMs = HALF_HOUR_MS / ((expected * weight) / HALF_HOURS_TOTAL);
    return drawHalfHour(chance, midnight + index * HALF_HOUR_MS, gapMs);
  });
}

function drawHalfHour(chance: Chance, start: Instant, gapMs: number): Instant[] {
  const arrivals: Instant[] = [];
  let at = start + chance.exponential(gapMs);
  while (at < start + HALF_HOUR_MS) {
    arrivals.push(Math.round(at));
    at += chance.exponential(gapMs);
  }
  return arrivals;
}
