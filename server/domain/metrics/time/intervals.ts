import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Instant } from "@/server/domain/instant";
import { zoneOffsets } from "@/server/domain/metrics/time/zone-offsets";

/** Into what a period is cut when a figure is followed over time, finest first. */
export const Interval = z.enum(["quarterHour", "halfHour", "hour", "day", "week", "month"]);
export type Interval = z.infer<typeof Interval>;

/** So many intervals a chart can hold. */
export const INTERVALS_MAX = 1000;
/** So many a reader can take in. */
const INTERVALS_FITTING = 100;

const CLOCK_STEP_MS = { quarterHour: 900_000, halfHour: 1_800_000, hour: 3_600_000 } as const;
const SHORTEST_MS: Readonly<Record<Interval, number>> = {
  ...CLOCK_STEP_MS,
  day: 82_800_000,
  week: 601_200_000,
  month: 2_415_600_000,
};

/** Whether the intervals of a period are few enough for `intervalBoundaries`, whatever the zone. */
export function canCutInto(interval: Interval, from: Instant, until: Instant): boolean {
  // An interval at either edge may be cut off, and the clocks may change within the period.
  return (until - from) / SHORTEST_MS[interval] + 2 <= INTERVALS_MAX;
}

/** The finest interval that cuts the period into at most a hundred parts; months if none does. */
export function fittingInterval(from: Instant, until: Instant): Interval {
  const fits = (interval: Interval) => (until - from) / SHORTEST_MS[interval] <= INTERVALS_FITTING;
  return Interval.options.find(fits) ?? "month";
}

/**
 * The instants that cut a period into intervals on the clocks of a zone: `from`, every beginning of an
 * interval in between, `until`. Weeks begin on Monday. Parts of the day follow the clocks: where those
 * are put back, the repeated hour is an hour of its own; where they change by half an hour, one hour is
 * longer or shorter.
 * @throws RangeError for an empty period or more than 1,000 intervals.
 */
export function intervalBoundaries(
  { from, until }: { readonly from: Instant; readonly until: Instant },
  interval: Interval,
  timeZone: string,
): Instant[] {
  if (from >= until) throw new RangeError("a period ends after it begins");
  if (!canCutInto(interval, from, until)) throw new RangeError("too many intervals");
  const between =
    interval === "quarterHour" || interval === "halfHour" || interval === "hour"
      ? clockSteps(from, until, { stepMs: CLOCK_STEP_MS[interval], timeZone })
      : dateSteps(from, until, { interval, timeZone });
  return [from, ...between, until];
}

/** Where the clocks reach a multiple of the step, or pass one in being put forward. */
function clockSteps(
  from: Instant,
  until: Instant,
  { stepMs, timeZone }: { readonly stepMs: number; readonly timeZone: string },
): Instant[] {
  const steps: Instant[] = [];
  let offsetBefore: number | null = null;
  for (const span of zoneOffsets(from, until, timeZone)) {
    const local = span.from + span.offsetMs;
    const passesStep =
      offsetBefore !== null &&
      Math.floor(local / stepMs) > Math.floor((span.from - 1 + offsetBefore) / stepMs);
    if (passesStep && local % stepMs !== 0) steps.push(span.from);
    const firstLocal = Math.ceil(local / stepMs) * stepMs;
    for (let at = firstLocal - span.offsetMs; at < span.until; at += stepMs) {
      if (at > from) steps.push(at);
    }
    offsetBefore = span.offsetMs;
  }
  return steps;
}

const DATE_STEP = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const;

/** The beginnings of the days, weeks or months between. */
function dateSteps(
  from: Instant,
  until: Instant,
  { interval, timeZone }: { readonly interval: keyof typeof DATE_STEP; readonly timeZone: string },
): Instant[] {
  const steps: Instant[] = [];
  const today = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate();
  let date = firstOf(today, interval);
  while (true) {
    const at = date.toZonedDateTime(timeZone).epochMilliseconds;
    if (at >= until) return steps;
    if (at > from) steps.push(at);
    date = date.add(DATE_STEP[interval]);
  }
}

function firstOf(date: Temporal.PlainDate, interval: keyof typeof DATE_STEP): Temporal.PlainDate {
  if (interval === "day") return date;
  return interval === "week" ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
}
