import type { CsvTimeFormat } from "@/server/domain/importing/csv-mapping";
import type { LocalClock, LocalInstant } from "@/server/importing/local-clock";

const COLONS = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?$/;

/** Seconds, m:ss or h:mm:ss as milliseconds; an empty cell is no time. Undefined when it is none of these. */
export function readDuration(text: string): number | undefined {
  if (text === "") return 0;
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return Math.round(Number(text) * 1000);
  const found = COLONS.exec(text);
  if (found === null) return undefined;
  const [hours, minutes, seconds] = [found[1] ?? 0, found[2], found[3]].map(Number);
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}

const DATE_TIME =
  /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?[T ]?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?$/;
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** A point in time as the mapping says it is written; local times by `clock`. */
export function readInstant(
  text: string,
  format: CsvTimeFormat,
  clock: LocalClock,
): LocalInstant | undefined {
  if (format === "epoch_seconds" || format === "epoch_milliseconds") {
    if (!/^\d{1,16}(?:\.\d+)?$/.test(text)) return undefined;
    return { at: Math.round(Number(text) * (format === "epoch_seconds" ? 1000 : 1)), reading: "once" };
  }
  if (format === "iso" && OFFSET.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : { at, reading: "once" };
  }
  return readLocal(text, format, clock);
}

function readLocal(text: string, format: CsvTimeFormat, clock: LocalClock): LocalInstant | undefined {
  const found = DATE_TIME.exec(text);
  if (found === null) return undefined;
  const [first = 0, second = 0, third = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const hour = hourOf(hours, found[8]);
  if (hour > 23 || minutes > 59 || seconds > 59) return undefined;
  const fraction = Number(`0.${found[7] ?? 0}`);
  const date = dateOf([first, second, third], format);
  return clock.read(date, hour * 3600 + minutes * 60 + seconds + fraction);
}

function hourOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  return (hours % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function dateOf([first, second, third]: [number, number, number], format: CsvTimeFormat) {
  if (format === "dmy") return { year: fullYear(third), month: second, day: first };
  if (format === "mdy") return { year: fullYear(third), month: first, day: second };
  return { year: fullYear(first), month: second, day: third };
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}
