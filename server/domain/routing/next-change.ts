import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";
import { isOpenAt, type OpeningHours, openingsOn } from "@/server/domain/routing/opening-hours";

const WEEK_DAYS = 7;

/**
 * The first instant after `at` from which a group with these hours is open where it was closed, or closed where
 * it was open; null where that never comes. Exact through changes of the clock.
 */
export function nextChange(hours: OpeningHours | null, at: Instant): Instant | null {
  if (hours === null) return null;
  const isOpen = isOpenAt(hours, at);
  for (const date of datesToTry(hours, at)) {
    const change = edgesOf(hours, date).find((edge) => edge > at && isOpenAt(hours, edge) !== isOpen);
    if (change !== undefined) return change;
  }
  return null;
}

/** Where nothing changes for a week, only a special day or the week after one can bring a change. */
function datesToTry(hours: OpeningHours, at: Instant): Temporal.PlainDate[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  const starts = [today, ...hours.specialDays.map(({ on }) => Temporal.PlainDate.from(on))];
  const dates = starts
    .filter((start) => Temporal.PlainDate.compare(start, today) >= 0)
    .flatMap((start) => Array.from({ length: WEEK_DAYS + 2 }, (_, days) => start.add({ days }).toString()));
  return [...new Set(dates)].sort().map((date) => Temporal.PlainDate.from(date));
}

/** Every instant of a date at which being open could begin or end, in order. The end of a day is the next one's. */
function edgesOf(hours: OpeningHours, date: Temporal.PlainDate): Instant[] {
  const { timeZone } = hours;
  const openings = openingsOn(hours, { on: date.toString(), weekday: date.dayOfWeek });
  const minutes = [0, ...openings.flatMap(({ from, until }) => [from, until])];
  const edges = minutes.flatMap((minute) => instantsAt(date, minute, timeZone));
  return [...edges, ...clockChanges(date, timeZone)].sort((a, b) => a - b);
}

/** A clock that is set back shows a minute twice; one that is set forward leaves some out, or a whole day. */
function instantsAt(date: Temporal.PlainDate, minute: number, timeZone: string): Instant[] {
  const local = date.toPlainDateTime().add({ minutes: minute });
  return (["earlier", "later"] as const)
    .map((disambiguation) => local.toZonedDateTime(timeZone, { disambiguation }))
    .filter((zoned) => zoned.toPlainDate().equals(date))
    .map(({ epochMilliseconds }) => epochMilliseconds);
}

function clockChanges(date: Temporal.PlainDate, timeZone: string): Instant[] {
  const start = date.toZonedDateTime(timeZone);
  const end = date.add({ days: 1 }).toZonedDateTime(timeZone);
  if (start.offsetNanoseconds === end.offsetNanoseconds) return [];
  const change = start.getTimeZoneTransition("next");
  return change === null ? [] : [change.epochMilliseconds];
}
