import type { Formats } from "next-intl";

const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;

/** How instants are printed, always in the viewer's time zone. */
export const formats = {
  dateTime: {
    clock,
    clockToMinute: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    weekday: { weekday: "short" },
    day: { day: "numeric", month: "short" },
    weekdayAndDay: { weekday: "short", day: "numeric", month: "short" },
    monthOfYear: { month: "short", year: "numeric" },
    dayOfYear: { day: "numeric", month: "short", year: "numeric" },
    moment: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    exact: {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZoneName: "short",
      ...clock,
    },
  },
  list: {
    /** One after the other, without an "and": `a, b, c`, in Chinese `a、b、c`. */
    row: { type: "conjunction", style: "narrow" },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    percent: { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 },
  },
} satisfies Formats;
