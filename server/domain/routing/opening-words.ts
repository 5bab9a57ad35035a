import { Opening } from "@/server/domain/routing/opening-hours";

const openingsMax = 10;
const stretch = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—~至到]\s*(\d{1,2})(?:[:.](\d{2}))?$/u;

/** Openings as people write them, `08:00–12:00, 13:00–20:00`; nothing for a day that stays closed. */
export function printOpenings(openings: readonly Opening[]): string {
  return openings.map(({ from, until }) => `${printMinute(from)}–${printMinute(until)}`).join(", ");
}

/** A minute of the day on the clock: 480 is `08:00`. */
function printMinute(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** Reads the same, and `8-12, 13-20`; in order of the clock. Null where that is no time, or ends before it begins. */
export function readOpenings(text: string): Opening[] | null {
  const parts = text
    .normalize("NFKC")
    .split(/[,;、，；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const openings = parts.flatMap(readOpening).toSorted((a, b) => a.from - b.from);
  return openings.length === parts.length && parts.length <= openingsMax ? openings : null;
}

function readOpening(part: string): Opening[] {
  const [, fromHour, fromMinute = "0", untilHour, untilMinute = "0"] = stretch.exec(part) ?? [];
  if (Number(fromMinute) > 59 || Number(untilMinute) > 59) return [];
  const read = Opening.safeParse({
    from: Number(fromHour) * 60 + Number(fromMinute),
    until: Number(untilHour) * 60 + Number(untilMinute),
  });
  return read.success ? [read.data] : [];
}
