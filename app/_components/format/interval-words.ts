import { getFormatter } from "next-intl/server";
import type { IntervalWords } from "@/app/_charts/prepare-intervals";
import type { formats } from "@/app/_i18n/formats";
import type { Instant } from "@/server/domain/instant";
import type { Interval } from "@/server/domain/metrics/time/intervals";

/** How the intervals of a chart are printed, on the clocks of a time zone. */
export async function getIntervalWords(interval: Interval, timeZone: string): Promise<IntervalWords> {
  const format = await getFormatter();
  const print = (look: keyof typeof formats.dateTime) => (at: Instant) =>
    format.dateTime(at, look, { timeZone });
  const [clock, day, weekdayAndDay] = [print("clockToMinute"), print("day"), print("weekdayAndDay")];
  const month = print("monthOfYear");
  switch (interval) {
    case "quarterHour":
    case "halfHour":
    case "hour":
      return {
        tick: (from) => (clock(from) === "00:00" ? day(from) : clock(from)),
        label: (from, until) => `${weekdayAndDay(from)} ${clock(from)}–${clock(until)}`,
      };
    case "day":
      return { tick: day, label: weekdayAndDay };
    case "week":
      return { tick: day, label: (from, until) => `${day(from)}–${day(until - 1)}` };
    case "month":
      return { tick: month, label: month };
  }
}
