import { createHash } from "node:crypto";
import { type CallEvent, RAW_MAX } from "@/server/domain/calls/event";
import {
  type CsvField,
  type CsvMapping,
  type CsvOutcome,
  csvFields,
} from "@/server/domain/importing/csv-mapping";
import { readDirection, readOutcome } from "@/server/domain/importing/csv-words";
import type { RowRefusal } from "@/server/domain/importing/report";
import { readCustomerNumber, readCustomerRef } from "@/server/importing/customer-identity";
import {
  type CsvCall,
  durations,
  inboundCourse,
  outboundCourse,
} from "@/server/importing/formats/csv-course";
import { readDuration, readInstant } from "@/server/importing/formats/csv-values";
import {
  type Row,
  refuseStart,
  type TranslationContext,
  type Translator,
} from "@/server/importing/record-format";
import { ToldCalls } from "@/server/importing/told-calls";

const VALUE_MAX = 200;

/** A table of calls, one row each, read by a column mapping. */
export function translateCsv(
  mapping: CsvMapping,
  header: readonly string[],
): (context: TranslationContext) => Translator {
  const positions = new Map<CsvField, number>();
  for (const field of csvFields) {
    const heading = mapping.columns[field];
    if (heading !== undefined) positions.set(field, header.indexOf(heading));
  }
  return (context) => new CsvTranslator({ context, mapping, positions, columnCount: header.length });
}

interface CsvReading {
  readonly context: TranslationContext;
  readonly mapping: CsvMapping;
  readonly positions: ReadonlyMap<CsvField, number>;
  readonly columnCount: number;
}

class CsvTranslator implements Translator {
  readonly #reading: CsvReading;
  readonly #told = new ToldCalls();

  constructor(reading: CsvReading) {
    this.#reading = reading;
  }

  read(row: Row): void {
    const refusal = this.#translate(row);
    if (refusal !== undefined) this.#reading.context.sink.refuse(refusal, row);
  }

  finish(): void {}

  #translate(row: Row): RowRefusal | undefined {
    const { context, columnCount } = this.#reading;
    if (row.fields.length !== columnCount) return "wrong_column_count";
    if (row.text.length > RAW_MAX) return "too_long";
    if (row.fields.some((value) => value.length > VALUE_MAX * 10)) return "too_long";
    const call = this.#readCall(row);
    if (typeof call === "string") return call;
    const id = this.#cell(row, "callId") || rowDigest(row);
    if ([id, call.agent, call.skillGroup].some(({ length }) => length > VALUE_MAX)) return "too_long";
    const telling = this.#told.tell(id, row.fields.join("\u001F"));
    if (telling === "another") return "repeated_call_id";
    if (telling === "same") context.sink.repeat(row.lineNumber);
    else this.#pass(row, call, id);
    return undefined;
  }

  #pass(row: Row, call: CsvCall, id: string): void {
    const { context } = this.#reading;
    const course = call.direction === "inbound" ? inboundCourse : outboundCourse;
    const told = course(call, this.#party(row), context);
    if (call.outcome === "answered" && call.agent === "") context.sink.warn("unknown_agent", row.lineNumber);
    const events = told.map((event, index): CallEvent => (index === 0 ? { ...event, raw: row.text } : event));
    context.sink.call({ providerCallId: id, events, lineNumber: row.lineNumber, rows: 1, continued: false });
  }

  #cell({ fields }: Row, field: CsvField): string {
    const position = this.#reading.positions.get(field);
    return position === undefined ? "" : (fields[position]?.trim() ?? "");
  }

  #readCall(row: Row): CsvCall | RowRefusal {
    const { mapping, context } = this.#reading;
    const start = this.#cell(row, "startedAt");
    if (start === "") return "missing_start";
    const read = readInstant(start, mapping.timeFormat, context.clock);
    if (read === undefined) return "bad_time";
    const refusal = refuseStart(read.at, context.now);
    if (refusal !== undefined) return refusal;
    if (read.reading !== "once") context.sink.warn(`clock_${read.reading}`, row.lineNumber);
    const word = this.#cell(row, "direction");
    const direction = word === "" ? "inbound" : readDirection(word, mapping.directions);
    if (direction === undefined) return "unknown_direction";
    const [ivr, wait, ring, talk, hold, wrapUp] = durations.map((field) =>
      readDuration(this.#cell(row, field)),
    );
    if ([ivr, wait, ring, talk, hold, wrapUp].includes(undefined)) return "bad_duration";
    const times = { ivr: ivr ?? 0, wait: wait ?? 0, ring: ring ?? 0, talk: talk ?? 0, hold: hold ?? 0 };
    const told = this.#cell(row, "outcome");
    const outcome = told === "" ? inferOutcome(times, direction) : readOutcome(told, mapping.outcomes);
    if (outcome === undefined) return "unknown_outcome";
    const [skillGroup, agent] = [this.#cell(row, "skillGroup"), this.#cell(row, "agent")];
    const keys = this.#cell(row, "keys");
    return { ...times, wrapUp: wrapUp ?? 0, startedAt: read.at, direction, outcome, skillGroup, agent, keys };
  }

  #party(row: Row) {
    const written = this.#cell(row, "customerNumber");
    const placed = readCustomerNumber(written, row.lineNumber, this.#reading.context);
    return {
      customerNumber: placed?.number ?? null,
      customerName: this.#cell(row, "customerName").slice(0, VALUE_MAX) || null,
      customerRef: readCustomerRef(this.#cell(row, "customerRef")),
      lineNumber: this.#cell(row, "lineNumber").slice(0, 40) || null,
      place: placed?.place ?? null,
    };
  }
}

function inferOutcome(
  { talk, wait }: { readonly talk: number; readonly wait: number },
  direction: "inbound" | "outbound",
): CsvOutcome {
  if (talk > 0) return "answered";
  if (direction === "outbound") return "not_reached";
  return wait > 0 ? "abandoned" : "left_in_ivr";
}

/** Without an id of its own a row is known by what it says. */
function rowDigest({ fields }: Row): string {
  return createHash("sha256").update(fields.join("\u001F")).digest("hex").slice(0, 32);
}
