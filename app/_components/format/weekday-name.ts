import type { useFormatter } from "next-intl";

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** What a weekday is called; Monday is 1, Sunday 7. */
export function weekdayName(
  format: Pick<ReturnType<typeof useFormatter>, "dateTime">,
  weekday: number,
  length: "long" | "short" = "short",
): string {
  return format.dateTime(monday + (weekday - 1) * dayMs, { weekday: length, timeZone: "UTC" });
}
