import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type Opening, type OpeningHours, openingsOn } from "@/server/domain/routing/opening-hours";

const WEEK_DAYS = 7;

/** A day of the calendar as a group with opening hours keeps it. */
export interface CalendarDay {
  /** Such as 2026-10-01. */
  readonly on: string;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  readonly openings: readonly Opening[];
  /** Why the day is not as its weekday; null where it is. */
  readonly special: string | null;
}

/** The days of a month in whole weeks, Monday first, with the days around it that fill these up. */
export function monthOf(hours: OpeningHours, month: string): CalendarDay[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / WEEK_DAYS);
  return Array.from({ length: weeks }, (_, week) => daysFrom(hours, start.add({ weeks: week })));
}

/** The week that holds a date, Monday first. */
export function weekOf(hours: OpeningHours, on: string): CalendarDay[] {
  const date = Temporal.PlainDate.from(on);
  return daysFrom(hours, date.subtract({ days: date.dayOfWeek - 1 }));
}

/** The month that is so many months from another: `2026-12` and 1 are `2027-01`. */
export function monthsFrom(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

function daysFrom(hours: OpeningHours, start: Temporal.PlainDate): CalendarDay[] {
  return Array.from({ length: WEEK_DAYS }, (_, days) => {
    const date = start.add({ days });
    const clock = { on: date.toString(), weekday: date.dayOfWeek };
    const special = hours.specialDays.find(({ on }) => on === clock.on);
    return { ...clock, openings: openingsOn(hours, clock), special: special?.name ?? null };
  });
}

const daysAtOnce = 62;

/** The dates from one to another, both included; none where either is no date, or they are too far apart. */
export function datesBetween(from: string, until: string): string[] {
  const [first, last] = [z.iso.date().safeParse(from), z.iso.date().safeParse(until)];
  if (!first.success || !last.success) return [];
  const start = Temporal.PlainDate.from(first.data);
  const { days } = start.until(Temporal.PlainDate.from(last.data));
  if (days < 0 || days >= daysAtOnce) return [];
  return Array.from({ length: days + 1 }, (_, index) => start.add({ days: index }).toString());
}
