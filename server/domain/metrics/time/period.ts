import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";

/** From `from` on, and before `until`. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The equally long period right before, to compare with. A period of whole days on the zone's clocks is
 * compared with as many whole days, although some may be an hour longer or shorter.
 */
export function previousPeriod(from: Instant, until: Instant, timeZone: string): Period {
  const start = zoned(from, timeZone);
  const end = zoned(until, timeZone);
  if (!isMidnight(start) || !isMidnight(end)) return { from: from - (until - from), until: from };
  const { days } = start.toPlainDate().until(end.toPlainDate(), { largestUnit: "day" });
  const before = start.toPlainDate().subtract({ days });
  return { from: before.toZonedDateTime(timeZone).epochMilliseconds, until: from };
}

function zoned(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** The first instant of a day, which is later than 0:00 where the clocks skip that. */
function isMidnight(local: Temporal.ZonedDateTime): boolean {
  return local.epochMilliseconds === local.startOfDay().epochMilliseconds;
}
