import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Instant } from "@/server/domain/instant";
import { TimeZone } from "@/server/domain/time-zone";

const DAY_MINUTES = 1440;

/** A stretch of a day in minutes since midnight, `from` inclusive; `until` may be midnight, 1440. */
export const Opening = z
  .strictObject({
    from: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    until: z.int().min(1).max(DAY_MINUTES),
  })
  .refine(({ from, until }) => from < until, { message: "ends_before_it_begins" });
export type Opening = z.infer<typeof Opening>;

const openings = z.array(Opening).max(10);

/** A day that is not as its weekday: a holiday has no openings, a make-up working day has some. */
export const SpecialDay = z.strictObject({
  on: z.iso.date(),
  name: z.string().min(1).max(80),
  openings,
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** When a skill group answers, on the clock of its own time zone. */
export const OpeningHours = z.strictObject({
  timeZone: TimeZone,
  /** Monday first. */
  week: z.tuple([openings, openings, openings, openings, openings, openings, openings]),
  specialDays: z.array(SpecialDay).max(1000),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** Where the clock of a time zone stands. */
export interface LocalClock {
  /** Such as 2026-10-01. */
  readonly on: string;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  readonly minuteOfDay: number;
}

/** The date, weekday and minute that an instant has in a time zone. */
export function localClock(at: Instant, timeZone: string): LocalClock {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    on: local.toPlainDate().toString(),
    weekday: local.dayOfWeek,
    minuteOfDay: local.hour * 60 + local.minute,
  };
}

/** The openings of a date: those of a special day, else those of its weekday. */
export function openingsOn(
  hours: OpeningHours,
  { on, weekday }: Omit<LocalClock, "minuteOfDay">,
): readonly Opening[] {
  const special = hours.specialDays.find((day) => day.on === on);
  return special?.openings ?? hours.week[weekday - 1] ?? [];
}

/** Whether a group with these hours is open; one without hours always is. */
export function isOpenAt(hours: OpeningHours | null, at: Instant): boolean {
  if (hours === null) return true;
  const clock = localClock(at, hours.timeZone);
  return openingsOn(hours, clock).some(
    ({ from, until }) => clock.minuteOfDay >= from && clock.minuteOfDay < until,
  );
}
