import { createHash } from "node:crypto";
import type { CallEvent } from "@/server/domain/calls/event";
import {
  type CsvField,
  type CsvMapping,
  type CsvOutcome,
  csvFields,
} from "@/server/domain/importing/csv-mapping";
import type { RowRefusal } from "@/server/domain/importing/report";
import {
  type CsvCall,
  durations,
  inboundCourse,
  outboundCourse,
} from "@/server/importing/formats/csv-course";
import { readDirection, readDuration, readInstant, readOutcome } from "@/server/importing/formats/csv-values";
import {
  type Row,
  refuseStart,
  type TranslationContext,
  type Translator,
} from "@/server/importing/record-format";

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
    if (row.fields.some((value) => value.length > VALUE_MAX * 10)) return "too_long";
    const call = this.#readCall(row);
    if (typeof call === "string") return call;
    const id = this.#cell(row, "callId") || rowDigest(row);
    if (id.length > VALUE_MAX) return "too_long";
    const course = call.direction === "inbound" ? inboundCourse : outboundCourse;
    const [first, ...others] = course(call, this.#party(row), context);
    if (first === undefined) return "unreadable_row";
    if (call.outcome === "answered" && call.agent === "") context.sink.warn("unknown_agent", row.lineNumber);
    const events: CallEvent[] = [{ ...first, raw: row.text.slice(0, 20_000) }, ...others];
    context.sink.call({ providerCallId: id, events, lineNumber: row.lineNumber, continued: false });
    return undefined;
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
    const number = this.#cell(row, "customerNumber");
    const placed = number === "" ? null : this.#reading.context.placeNumber(number);
    if (placed !== null && placed.place === null) {
      this.#reading.context.sink.warn("number_unreadable", row.lineNumber);
    }
    return {
      customerNumber: placed?.number ?? null,
      customerName: this.#cell(row, "customerName").slice(0, VALUE_MAX) || null,
      customerRef: this.#cell(row, "customerRef").slice(0, 100) || null,
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
