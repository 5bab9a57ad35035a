import { useFormatter } from "next-intl";

const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** Names weekdays; Monday is 1, Sunday 7. */
export function useWeekdayName(length: "long" | "short" = "long") {
  const format = useFormatter();
  return (weekday: number) =>
    format.dateTime(MONDAY + (weekday - 1) * DAY_MS, { weekday: length, timeZone: "UTC" });
}
