import type { Temporal } from "temporal-polyfill";

/** Periods that are counted from today, in whole days. */
export const dayPeriods = ["today", "yesterday", "7days", "30days", "month", "lastMonth"] as const;
export type DayPeriod = (typeof dayPeriods)[number];

interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

const days: Record<DayPeriod, (today: Temporal.PlainDate) => Days> = {
  today: (today) => ({ first: today, last: today }),
  yesterday: (today) => ({ first: today.subtract({ days: 1 }), last: today.subtract({ days: 1 }) }),
  "7days": (today) => ({ first: today.subtract({ days: 6 }), last: today }),
  "30days": (today) => ({ first: today.subtract({ days: 29 }), last: today }),
  month: (today) => ({ first: today.with({ day: 1 }), last: today }),
  lastMonth: (today) => ({
    first: today.with({ day: 1 }).subtract({ months: 1 }),
    last: today.with({ day: 1 }).subtract({ days: 1 }),
  }),
};

/** The first and the last day of a period, both included. */
export function daysOf(period: DayPeriod, today: Temporal.PlainDate): Days {
  return days[period](today);
}
