import type { RowRefusal } from "@/server/domain/importing/report";
import type { LocalDate } from "@/server/importing/local-clock";

export const COLUMNS = [
  "vru+line",
  "call_id",
  "customer_id",
  "priority",
  "type",
  "date",
  "vru_entry",
  "vru_exit",
  "vru_time",
  "q_start",
  "q_exit",
  "q_time",
  "outcome",
  "ser_start",
  "ser_exit",
  "ser_time",
  "server",
] as const;

const VALUE_MAX = 40;

const OUTCOMES = ["AGENT", "HANG", "PHANTOM"] as const;
export type BankOutcome = (typeof OUTCOMES)[number];

/** A row with its times in seconds after local midnight of `date`. */
export interface BankRow {
  readonly line: string;
  readonly callId: string;
  readonly customerId: string;
  readonly priority: number;
  readonly type: string;
  readonly date: LocalDate;
  readonly dateText: string;
  readonly ivrEntry: number;
  readonly ivrExit: number;
  readonly ivrSeconds: number;
  readonly queueStart: number;
  readonly queueExit: number;
  readonly queueSeconds: number;
  readonly outcome: BankOutcome;
  readonly serviceStart: number;
  readonly serviceExit: number;
  readonly serviceSeconds: number;
  readonly server: string;
}

/** The row's values, or why they cannot be read. */
export function parseBankRow(fields: readonly string[]): BankRow | RowRefusal {
  if (fields.length !== COLUMNS.length) return "wrong_column_count";
  const [line = "", callId = "", customerId = "", priority = "", type = "", dateText = ""] = fields;
  if (fields.some((value) => value.length > VALUE_MAX)) return "too_long";
  if (line === "" || callId === "") return "missing_call_id";
  const date = parseDate(dateText);
  if (date === undefined) return "bad_date";
  const outcome = OUTCOMES.find((word) => word === fields[12]);
  if (outcome === undefined) return "unknown_outcome";
  const times = [6, 7, 9, 10, 13, 14].map((column) => parseTime(fields[column] ?? ""));
  if (times.some(Number.isNaN)) return "bad_time";
  const seconds = [8, 11, 15].map((column) => parseInteger(fields[column] ?? ""));
  const rank = parseInteger(priority);
  if (Number.isNaN(rank) || seconds.some(Number.isNaN)) return "bad_number";
  const [ivrEntry = 0, ivrExit = 0, queueStart = 0, queueExit = 0, serviceStart = 0, serviceExit = 0] = times;
  const [ivrSeconds = 0, queueSeconds = 0, serviceSeconds = 0] = seconds;
  return {
    ...{ line, callId, customerId, priority: rank, type, date, dateText, outcome },
    ...{ ivrEntry, ivrExit, ivrSeconds, queueStart, queueExit, queueSeconds },
    ...{ serviceStart, serviceExit, serviceSeconds, server: fields[16] ?? "" },
  };
}

const DATE = /^(\d\d)(\d\d)(\d\d)$/;
const TIME = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/;
const INTEGER = /^-?\d{1,7}$/;

function parseDate(text: string): LocalDate | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  return { year: 1900 + Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function parseTime(text: string): number {
  const found = TIME.exec(text);
  if (found === null || Number(found[1]) > 23) return Number.NaN;
  return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]);
}

function parseInteger(text: string): number {
  return INTEGER.test(text) ? Number(text) : Number.NaN;
}
