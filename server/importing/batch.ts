import type { ImportId } from "@/server/domain/identifiers";
import type { RowRefusal, WarningKind } from "@/server/domain/importing/report";
import type { CallFate, Tally } from "@/server/domain/importing/tally";
import type { Row, Sink, SourceCall } from "@/server/importing/record-format";
import { type PreparedCall, prepareCall, type RecordedCall } from "@/server/store/calls/record-calls";
import type { RefusedRow } from "@/server/store/imports";

/** Calls written at once: enough to make COPY worth it, few enough to wait in memory. */
const CALLS_PER_BATCH = 1000;
const REFUSED_ROWS_PER_BATCH = 2000;
/** Characters to be written, of each event what it has beside its record: some times as many as ordinary calls have. */
const CHARACTERS_PER_BATCH = 8 * 2 ** 20;
const CHARACTERS_PER_EVENT = 200;

export interface Batch {
  readonly calls: readonly PreparedCall[];
  /** Provider's ids of calls that the file told of before. */
  readonly continued: ReadonlySet<string>;
  readonly refusedRows: readonly RefusedRow[];
}

interface GatheredCall extends PreparedCall {
  readonly lineNumber: number;
  readonly continued: boolean;
}

/** Gathers what a translator makes of the rows, folded, until there is enough to write. */
export class Gatherer implements Sink {
  readonly #provider: string;
  readonly #tally: Tally;
  #calls = new Map<string, GatheredCall>();
  #refusedRows: RefusedRow[] = [];
  #characters = 0;

  constructor(provider: string, tally: Tally) {
    this.#provider = provider;
    this.#tally = tally;
  }

  call({ providerCallId, events, lineNumber, rows, continued }: SourceCall): void {
    const same = this.#calls.get(providerCallId);
    if (same === undefined && !continued) this.#tally.countFound();
    this.#tally.countUsed(rows);
    const all = same === undefined ? events : [...same.events, ...events];
    const prepared = prepareCall(this.#provider, { providerCallId, events: all });
    this.#calls.set(providerCallId, { lineNumber, continued, ...same, ...prepared });
    for (const { raw = "" } of events) this.#characters += CHARACTERS_PER_EVENT + raw.length;
  }

  repeat(lineNumber: number): void {
    this.#tally.countUsed(1);
    this.#tally.countWarning("repeated_line", lineNumber);
  }

  warn(kind: WarningKind, lineNumber: number): void {
    this.#tally.countWarning(kind, lineNumber);
  }

  refuse(reason: RowRefusal, { lineNumber, text }: Row): void {
    this.#tally.countRefusal(reason, lineNumber);
    this.#refusedRows.push({ lineNumber, reason, line: text });
    this.#characters += text.length;
  }

  notAboutCall(kind: string): void {
    this.#tally.countNotAboutCall(kind);
  }

  isFull(): boolean {
    const isLong = this.#characters >= CHARACTERS_PER_BATCH;
    return (
      isLong || this.#calls.size >= CALLS_PER_BATCH || this.#refusedRows.length >= REFUSED_ROWS_PER_BATCH
    );
  }

  /** What has been gathered, counted; the next batch begins empty. */
  takeBatch(): Batch {
    const calls = [...this.#calls.values()];
    const refusedRows = this.#refusedRows;
    this.#calls = new Map();
    this.#refusedRows = [];
    this.#characters = 0;
    for (const { folded, lineNumber } of calls) {
      this.#tally.countCall(folded);
      if (folded.anomalies.length > 0) this.warn("event_out_of_place", lineNumber);
    }
    const continued = calls.filter((call) => call.continued).map(({ providerCallId }) => providerCallId);
    return { calls, continued: new Set(continued), refusedRows };
  }
}

/** What became of the batch's calls. What this import itself wrote in an earlier attempt was made by it. */
export function fatesOf(
  { calls, continued }: Batch,
  { recorded, importId }: { readonly recorded: readonly RecordedCall[]; readonly importId: ImportId },
): CallFate[] {
  return recorded.flatMap(({ knownFrom, isChanged }, index) => {
    if (continued.has(calls[index]?.providerCallId ?? "")) return [];
    if (knownFrom === null || knownFrom.importId === importId) return ["made"];
    return [isChanged ? "extended" : "unchanged"];
  });
}
