import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Transaction } from "@/drizzle/database";

/** A table's columns in the order in which rows of COPY text give them. */
export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

/** COPYs rows of text, each ended by a line feed, as part of the transaction. They are made as they are sent. */
export async function copyInto(tx: Transaction, target: CopyTarget, rows: Iterable<string>): Promise<void> {
  const chunks = chunksOf(rows);
  const first = chunks.next();
  if (first.done) return;
  const columns = target.columns.map((column) => `"${column}"`).join(", ");
  const copy = driverOf(tx).unsafe(`copy "${target.table}" (${columns}) from stdin`);
  // The driver forgets the stream once all is sent: of a row that the server then refuses it tells the
  // statement alone, which has long been settled. Without this, the copy would be waited for for ever.
  const refused = new Promise<never>((_, reject) => Object.assign(copy, { reject }));
  const stream = await Promise.race([copy.writable(), refused]);
  await Promise.race([pipeline(Readable.from(joined(first.value, chunks)), stream), refused]);
}

const CHUNK_CHARACTERS = 65_536;

function* chunksOf(rows: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  let length = 0;
  for (const row of rows) {
    if (row === "") continue;
    chunk.push(row);
    length += row.length;
    if (length < CHUNK_CHARACTERS) continue;
    yield chunk.join("");
    chunk = [];
    length = 0;
  }
  if (length > 0) yield chunk.join("");
}

function* joined(first: string, others: Iterable<string>): Generator<string> {
  yield first;
  yield* others;
}

/** The driver's own handle on the transaction's connection, for what drizzle has no words for. */
function driverOf(tx: Transaction): postgres.Sql {
  const { session } = tx._;
  if (!(session instanceof PostgresJsSession)) throw new TypeError("the transaction is not of postgres.js");
  return session.client;
}

const NULL = "\\N";
const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value as COPY text. */
export function copyText(value: string | number | null): string {
  if (value === null) return NULL;
  if (typeof value === "number") return String(value);
  return SPECIAL.test(value) ? value.replace(SPECIALS, (character) => ESCAPES[character] ?? "") : value;
}

const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let rememberedDay = Number.NaN;
let rememberedDate = "";

/** An instant as COPY text of a `timestamptz`. Rows come in the order of time, so the date is worked out once a day. */
export function copyInstant(at: number | null): string {
  if (at === null) return NULL;
  const day = Math.floor(at / DAY_MS);
  if (day !== rememberedDay) {
    rememberedDay = day;
    rememberedDate = new Date(day * DAY_MS).toISOString().slice(0, 10);
  }
  const rest = at - day * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}`;
  const milliseconds = rest % 1000;
  const fraction = milliseconds === 0 ? "" : `.${String(milliseconds).padStart(3, "0")}`;
  return `${rememberedDate} ${clock}${fraction}+00`;
}
