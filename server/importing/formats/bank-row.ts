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
  const row = {
    line,
    callId,
    customerId,
    type,
    date,
    dateText,
    outcome,
    priority: parseInteger(priority),
    ivrEntry: parseTime(fields[6]),
    ivrExit: parseTime(fields[7]),
    ivrSeconds: parseInteger(fields[8]),
    queueStart: parseTime(fields[9]),
    queueExit: parseTime(fields[10]),
    queueSeconds: parseInteger(fields[11]),
    serviceStart: parseTime(fields[13]),
    serviceExit: parseTime(fields[14]),
    serviceSeconds: parseInteger(fields[15]),
    server: fields[16] ?? "",
  };
  const { ivrEntry, ivrExit, queueStart, queueExit, serviceStart, serviceExit } = row;
  if (Number.isNaN(ivrEntry + ivrExit + queueStart + queueExit + serviceStart + serviceExit))
    return "bad_time";
  const { ivrSeconds, queueSeconds, serviceSeconds } = row;
  return Number.isNaN(row.priority + ivrSeconds + queueSeconds + serviceSeconds) ? "bad_number" : row;
}

const DATE = /^(\d\d)(\d\d)(\d\d)$/;
const TIME = /^\d{1,2}:[0-5]\d:[0-5]\d$/;
const INTEGER = /^-?\d{1,7}$/;

function parseDate(text: string): LocalDate | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  return { year: 1900 + Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function parseTime(text = ""): number {
  if (!TIME.test(text)) return Number.NaN;
  const hours = Number(text.slice(0, -6));
  return hours > 23 ? Number.NaN : hours * 3600 + Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2));
}

function parseInteger(text = ""): number {
  return INTEGER.test(text) ? Number(text) : Number.NaN;
}
