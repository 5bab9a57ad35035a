import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";

/** A stretch in which the clocks of a zone did not change; add `offsetMs` to an instant to read them. */
export interface OffsetSpan {
  readonly from: Instant;
  readonly until: Instant;
  readonly offsetMs: number;
}

const NANOSECONDS_IN_MS = 1_000_000;

/** The period, cut where the zone's clocks change: with it, local time is plain arithmetic. */
export function zoneOffsets(from: Instant, until: Instant, timeZone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  while (local.epochMilliseconds < until) {
    const next = local.getTimeZoneTransition("next");
    const end = Math.min(next?.epochMilliseconds ?? until, until);
    const offsetMs = local.offsetNanoseconds / NANOSECONDS_IN_MS;
    spans.push({ from: local.epochMilliseconds, until: end, offsetMs });
    if (next === null) break;
    local = next;
  }
  return spans;
}
