import { Temporal } from "temporal-polyfill";
import type { Instant } from "@/server/domain/instant";

/** A date and time that every spreadsheet reads, in the reader's time zone. */
export function spreadsheetMoment(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}
