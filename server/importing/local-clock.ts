import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";

const SECOND_MS = 1000;
const DAY_SECONDS = 86_400;

/** Whether a local time exists once, never (clocks went forward) or twice (clocks went back). */
export type ClockReading = "once" | "gap" | "overlap";

export interface LocalInstant {
  readonly at: Instant;
  readonly reading: ClockReading;
}

export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Day {
  readonly date: Temporal.PlainDate;
  readonly startsAt: Instant;
  /** Null on the few days on which the clocks change. */
  readonly secondsFromStart: ((seconds: number) => Instant) | null;
}

/**
 * Local times of one zone as instants. A day without a change of the clock is plain addition, so each
 * day is worked out once.
 */
export class LocalClock {
  readonly timeZone: string;
  readonly #days = new Map<number, Day | null>();

  /** @throws RangeError for a zone that the IANA database does not know. */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  }

  /**
   * The instant of `seconds` after local midnight of `date`; 86,400 and more belong to the days after.
   * In a gap the time is read as if the clocks had not yet changed, in an overlap as its first occurrence.
   * Undefined when there is no such date.
   */
  read(date: LocalDate, seconds: number): LocalInstant | undefined {
    const days = Math.floor(seconds / DAY_SECONDS);
    const day = days === 0 ? this.#day(date) : this.#dayAfter(date, days);
    if (day === null) return undefined;
    const rest = seconds - days * DAY_SECONDS;
    if (day.secondsFromStart !== null) return { at: day.secondsFromStart(rest), reading: "once" };
    return this.#readOnChangingDay(day.date, rest);
  }

  #dayAfter(date: LocalDate, days: number): Day | null {
    const first = this.#day(date);
    return first === null ? null : this.#day(first.date.add({ days }));
  }

  #day(date: LocalDate): Day | null {
    const key = date.year * 10_000 + date.month * 100 + date.day;
    const known = this.#days.get(key);
    if (known !== undefined) return known;
    const day = workOut(date, this.timeZone);
    this.#days.set(key, day);
    return day;
  }

  #readOnChangingDay(date: Temporal.PlainDate, seconds: number): LocalInstant {
    const time = Temporal.PlainTime.from("00:00").add({ milliseconds: Math.round(seconds * SECOND_MS) });
    const local = date.toPlainDateTime(time);
    const earlier = local.toZonedDateTime(this.timeZone, { disambiguation: "earlier" });
    const later = local.toZonedDateTime(this.timeZone, { disambiguation: "later" });
    if (earlier.epochMilliseconds === later.epochMilliseconds)
      return { at: earlier.epochMilliseconds, reading: "once" };
    // In a gap, "later" is the reading with the offset from before the change.
    return earlier.toPlainDateTime().equals(local)
      ? { at: earlier.epochMilliseconds, reading: "overlap" }
      : { at: later.epochMilliseconds, reading: "gap" };
  }
}

function workOut({ year, month, day }: LocalDate, timeZone: string): Day | null {
  const date = plainDate({ year, month, day });
  if (date === null) return null;
  const startsAt = date.toZonedDateTime(timeZone).epochMilliseconds;
  const endsAt = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const isPlain = endsAt - startsAt === DAY_SECONDS * SECOND_MS;
  const secondsFromStart = (seconds: number) => startsAt + Math.round(seconds * SECOND_MS);
  return { date, startsAt, secondsFromStart: isPlain ? secondsFromStart : null };
}

function plainDate(date: LocalDate): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ ...date }, { overflow: "reject" });
  } catch {
    return null;
  }
}
