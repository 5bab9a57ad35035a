import { z } from "zod";

/** What a column of a table of calls can mean. Only the start of the call must be there. */
export const csvFields = [
  "startedAt",
  "callId",
  "direction",
  "outcome",
  "customerNumber",
  "customerName",
  "customerRef",
  "lineNumber",
  "skillGroup",
  "agent",
  "ivr",
  "wait",
  "ring",
  "talk",
  "hold",
  "wrapUp",
  "keys",
] as const;
export const CsvField = z.enum(csvFields);
export type CsvField = z.infer<typeof CsvField>;

/**
 * How a point in time is written. `ymd` is 2026-03-10 08:00:00 or 2026/3/10 8:00, `dmy` and `mdy` likewise
 * with the day or month first; `iso` may carry an offset; an epoch counts seconds or milliseconds.
 */
export const CsvTimeFormat = z.enum(["iso", "ymd", "dmy", "mdy", "epoch_seconds", "epoch_milliseconds"]);
export type CsvTimeFormat = z.infer<typeof CsvTimeFormat>;

export const CsvDirection = z.enum(["inbound", "outbound"]);
export type CsvDirection = z.infer<typeof CsvDirection>;

export const CsvOutcome = z.enum([
  "answered",
  "abandoned",
  "left_in_ivr",
  "overflowed",
  "not_reached",
  "phantom",
]);
export type CsvOutcome = z.infer<typeof CsvOutcome>;

export const csvWordMax = 100;
const Word = z.string().max(csvWordMax);
const Header = z.string().min(1).max(200);

/** Which column means what in one kind of CSV file. Columns are named by their heading. */
export const CsvMapping = z.strictObject({
  columns: z.partialRecord(CsvField, Header).refine((columns) => columns.startedAt !== undefined, {
    error: "needs the column that holds the start of the call",
  }),
  timeFormat: CsvTimeFormat,
  /** The file's own words, beside those that are understood anyway. */
  directions: z.record(Word, CsvDirection).default({}),
  outcomes: z.record(Word, CsvOutcome).default({}),
});
export type CsvMapping = z.infer<typeof CsvMapping>;
