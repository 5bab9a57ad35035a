import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";
import { zoneOffsets } from "@/server/domain/metrics/time/zone-offsets";
import { localClock, type OpeningHours, openingsOn } from "@/server/domain/routing/opening-hours";

const DAY_MINUTES = 1440;
const DAY_MS = 86_400_000;

/** The days over which moments are looked at, and what happens on them. */
export interface Horizon {
  readonly from: Instant;
  readonly days: number;
  /** The clock of the rules, and the minutes of its day at which an answer may change. */
  readonly timeZone: string;
  readonly minutes: readonly number[];
  /** The hours of the groups that are asked whether they are open. */
  readonly hours: readonly OpeningHours[];
}

/**
 * Every instant of the horizon at which an answer about the day, the time or a group's being open may change,
 * in order: between two of them none does.
 */
export function momentCandidates(horizon: Horizon): Instant[] {
  const { timeZone, minutes, hours } = horizon;
  const instants = new Set<Instant>([horizon.from]);
  for (const date of datesOf(horizon, timeZone)) {
    for (const minute of [0, ...minutes]) instants.add(instantOf(date, minute, timeZone));
  }
  // Where clocks are put forward or back, the time of day leaps.
  const until = horizon.from + horizon.days * DAY_MS;
  for (const zone of [timeZone, ...hours.map((ofGroup) => ofGroup.timeZone)]) {
    for (const span of zoneOffsets(horizon.from, until, zone)) instants.add(span.from);
  }
  for (const ofGroup of hours) {
    for (const date of datesOf(horizon, ofGroup.timeZone)) {
      const openings = openingsOn(ofGroup, { on: date.toString(), weekday: date.dayOfWeek });
      for (const { from, until } of openings) {
        instants.add(instantOf(date, from, ofGroup.timeZone));
        instants.add(instantOf(date, until, ofGroup.timeZone));
      }
    }
  }
  return [...instants].filter((at) => at >= horizon.from).sort((one, other) => one - other);
}

function* datesOf({ from, days }: Horizon, timeZone: string): Generator<Temporal.PlainDate> {
  const first = Temporal.PlainDate.from(localClock(from, timeZone).on);
  for (let day = 0; day < days; day += 1) yield first.add({ days: day });
}

function instantOf(date: Temporal.PlainDate, minute: number, timeZone: string): Instant {
  const day = minute === DAY_MINUTES ? date.add({ days: 1 }) : date;
  const time = { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 };
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
