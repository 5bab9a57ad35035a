import type { Instant } from "@/server/domain/instant";
import { HALF_HOUR_MS } from "@/server/domain/metrics/time/period-cover";
import { type OffsetSpan, zoneOffsets } from "@/server/domain/metrics/time/zone-offsets";

/** The half hours of a week. */
export const SLOT_COUNT = 336;

const WEEK_MS = SLOT_COUNT * HALF_HOUR_MS;
/** A Monday, 0:00. */
const MONDAY_MS = Date.UTC(1970, 0, 5);

/** A half hour of the week: Monday (1) to Sunday (7), 0:00 (0) to 23:30 (47). */
export interface SlotOfWeek {
  readonly weekday: number;
  readonly halfHour: number;
}

/** The half hour of the week that the zone's clocks show at an instant. */
export function weekSlotOf(at: Instant, timeZone: string): SlotOfWeek {
  return slotAt(slotIndexer(at, at + 1, timeZone)(at));
}

/**
 * The index (0 for Monday 0:00, to 335) of the half hour of the week that the zone's clocks show, for
 * any instant of the period. The changes of the clocks are looked up once for all.
 */
export function slotIndexer(from: Instant, until: Instant, timeZone: string): (at: Instant) => number {
  const spans = zoneOffsets(from, until, timeZone);
  return (at) => {
    const sinceMonday = at + offsetAt(spans, at) - MONDAY_MS;
    return Math.floor((sinceMonday - Math.floor(sinceMonday / WEEK_MS) * WEEK_MS) / HALF_HOUR_MS);
  };
}

/** @throws RangeError outside of the period that the spans cover. */
function offsetAt(spans: readonly OffsetSpan[], at: Instant): number {
  const span = spans.find(({ from, until }) => from <= at && at < until);
  if (span === undefined) throw new RangeError(`${at} lies outside of the period`);
  return span.offsetMs;
}

/** The half hour with an index from 0 to 335. */
export function slotAt(index: number): SlotOfWeek {
  return { weekday: Math.floor(index / 48) + 1, halfHour: index % 48 };
}
