import { Temporal } from "temporal-polyfill";
import { daysOf } from "@/app/_components/period/days";
import type { Instant } from "@/server/domain/instant";

export const periods = ["all", "today", "yesterday", "7days", "30days", "month"] as const;
export type Period = (typeof periods)[number];

interface PeriodChoice {
  readonly period: Period;
  /** Calendar dates in the viewer's time zone, both included; they win over the period. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface Viewpoint {
  readonly timeZone: string;
  readonly now: Instant;
}

/** The instants of a period: whole days of the viewer's time zone, from the first one's beginning to the last one's end. */
export function readPeriod(
  { period, from, to }: PeriodChoice,
  { timeZone, now }: Viewpoint,
): { from?: Instant; until?: Instant } {
  const beginning = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  if (from !== null || to !== null) {
    return {
      ...(from !== null && { from: beginning(Temporal.PlainDate.from(from)) }),
      ...(to !== null && { until: beginning(Temporal.PlainDate.from(to).add({ days: 1 })) }),
    };
  }
  if (period === "all") return {};
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = beginning(daysOf(period, today).first);
  return period === "yesterday" ? { from: first, until: beginning(today) } : { from: first };
}
