import type { CallEvent } from "@/server/domain/calls/event";
import type { RowRefusal } from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";
import { type BankRow, COLUMNS, parseBankRow } from "@/server/importing/formats/bank-row";
import {
  type Row,
  refuseStart,
  type TranslationContext,
  type Translator,
} from "@/server/importing/record-format";
import { ToldCalls } from "@/server/importing/told-calls";

/** What the customer types of the bank mean; the code is the group's name in the records. */
const GROUP_TITLES: Readonly<Record<string, string>> = {
  PS: "Regular services (PS)",
  PE: "Regular services in English (PE)",
  IN: "Internet support (IN)",
  NE: "Stock exchange (NE)",
  NW: "Prospective customers (NW)",
  TT: "Called back (TT)",
};

const NOBODY = "NO_SERVER";
const SECOND_MS = 1000;
const HALF_A_DAY_SECONDS = 43_200;
const DAY_SECONDS = 86_400;

export const bankHeader = COLUMNS.join("\t");

/** The phases of a call on one clock. Durations are the recorded ones, which the published figures use. */
interface Phases {
  readonly arrivedAt: Instant;
  readonly ivrLeftAt: Instant;
  readonly queuedAt: Instant;
  readonly queueLeftAt: Instant;
  readonly servedUntil: Instant;
}

/** One row is one call: IVR, queue and service of a real bank's call centre. */
export function translateBank(context: TranslationContext): Translator {
  return new BankTranslator(context);
}

class BankTranslator implements Translator {
  readonly #context: TranslationContext;
  readonly #told = new ToldCalls();

  constructor(context: TranslationContext) {
    this.#context = context;
  }

  read(row: Row): void {
    const refusal = this.#translate(row);
    if (refusal !== undefined) this.#context.sink.refuse(refusal, row);
  }

  finish(): void {}

  #translate(row: Row): RowRefusal | undefined {
    const parsed = parseBankRow(row.fields);
    if (typeof parsed === "string") return parsed;
    const phases = this.#phases(parsed, row.lineNumber);
    if (phases === undefined) return "bad_date";
    const refusal = refuseStart(phases.arrivedAt, this.#context.now);
    if (refusal !== undefined) return refusal;
    const providerCallId = `${parsed.line}/${parsed.callId}/${parsed.dateText}`;
    const telling = this.#told.tell(providerCallId, row.text);
    if (telling === "another") return "repeated_call_id";
    if (telling === "same") {
      this.#context.sink.repeat(row.lineNumber);
      return undefined;
    }
    this.#warnAbout(parsed, row.lineNumber);
    const events = parsed.outcome === "PHANTOM" ? phantom(phases) : this.#courseOf(parsed, phases);
    this.#context.sink.call({
      providerCallId,
      events: [arrival(parsed, phases, row.text), ...events],
      lineNumber: row.lineNumber,
      rows: 1,
      continued: false,
    });
    return undefined;
  }

  #phases(row: BankRow, lineNumber: number): Phases | undefined {
    // Where the exit lies before the entry, the entry is the wrong one: the queue follows the exit.
    const entry = isReversed(row) ? row.ivrExit : row.ivrEntry;
    const ivrExit = onOrAfter(row.ivrExit, entry);
    const queueStart = row.queueSeconds > 0 ? onOrAfter(row.queueStart, ivrExit) : ivrExit;
    const arrived = this.#context.clock.read(row.date, entry);
    if (arrived === undefined) return undefined;
    if (arrived.reading !== "once") this.#context.sink.warn(`clock_${arrived.reading}`, lineNumber);
    const ivrLeftAt = arrived.at + (ivrExit - entry) * SECOND_MS;
    const queuedAt = arrived.at + (queueStart - entry) * SECOND_MS;
    const queueLeftAt = queuedAt + Math.max(0, row.queueSeconds) * SECOND_MS;
    const servedUntil = queueLeftAt + Math.max(0, row.serviceSeconds) * SECOND_MS;
    if (entry + (servedUntil - arrived.at) / SECOND_MS >= DAY_SECONDS)
      this.#context.sink.warn("past_midnight", lineNumber);
    return { arrivedAt: arrived.at, ivrLeftAt, queuedAt, queueLeftAt, servedUntil };
  }

  #courseOf(row: BankRow, phases: Phases): CallEvent[] {
    const { arrivedAt, ivrLeftAt, queueLeftAt } = phases;
    const events: CallEvent[] = [{ type: "ivrEntered", node: "VRU", at: arrivedAt, sourceId: "2" }];
    if (row.outcome === "HANG" && row.queueSeconds <= 0) {
      events.push({ type: "callerHungUp", at: ivrLeftAt, sourceId: "3" });
      return events;
    }
    events.push({ type: "ivrLeft", at: ivrLeftAt, sourceId: "3" }, this.#queueEntry(row, phases));
    if (row.outcome === "HANG") {
      events.push({ type: "callerHungUp", at: queueLeftAt, sourceId: "5" });
      return events;
    }
    const agentId = this.#context.directory.agent(
      row.server,
      row.server === NOBODY ? "Unknown agent" : undefined,
    );
    events.push(
      { type: "agentAnswered", agentId, at: queueLeftAt, sourceId: "5" },
      { type: "callEnded", cause: "normal", at: phases.servedUntil, sourceId: "6" },
    );
    return events;
  }

  #queueEntry(row: BankRow, { queuedAt }: Phases): CallEvent {
    const group = this.#context.directory.skillGroup(row.type, GROUP_TITLES[row.type]);
    return {
      type: "queueEntered",
      ...group,
      priority: row.priority,
      ruleSetVersion: null,
      at: queuedAt,
      sourceId: "4",
    };
  }

  #warnAbout(row: BankRow, lineNumber: number): void {
    const { sink } = this.#context;
    if (row.outcome === "PHANTOM") sink.warn("phantom", lineNumber);
    if (GROUP_TITLES[row.type] === undefined) sink.warn("unknown_type", lineNumber);
    if (isNegative(row)) sink.warn("negative_time", lineNumber);
    if (contradictsItself(row)) sink.warn("duration_contradicts", lineNumber);
    if (row.outcome === "HANG" && row.serviceSeconds > 0) sink.warn("service_without_answer", lineNumber);
    if (row.outcome !== "AGENT") return;
    if (row.server === NOBODY) sink.warn("unknown_agent", lineNumber);
    // The clocks are read in whole seconds, one after the other: one second apart is no contradiction.
    const lead = leadOfService(row);
    if (lead > 1) sink.warn("service_before_queue_exit", lineNumber);
    if (lead < -1) sink.warn("service_after_queue_exit", lineNumber);
  }
}

function arrival(row: BankRow, { arrivedAt }: Phases, raw: string): CallEvent {
  return {
    type: "callArrived",
    customerNumber: null,
    customerName: null,
    customerRef: row.customerId === "0" ? null : row.customerId,
    lineNumber: row.line,
    place: null,
    at: arrivedAt,
    sourceId: "1",
    raw,
  };
}

function phantom({ ivrLeftAt }: Phases): CallEvent[] {
  return [{ type: "callEnded", cause: "phantom", at: ivrLeftAt, sourceId: "2" }];
}

/** A clock time that reads half a day or more before the one it follows is the next day's. */
function crossesMidnight(before: number, after: number): boolean {
  return before - after > HALF_A_DAY_SECONDS;
}

function onOrAfter(seconds: number, earlier: number): number {
  const placed = crossesMidnight(earlier, seconds) ? seconds + DAY_SECONDS : seconds;
  return Math.max(placed, earlier);
}

function isReversed({ ivrEntry, ivrExit }: BankRow): boolean {
  return ivrExit < ivrEntry && !crossesMidnight(ivrEntry, ivrExit);
}

function isNegative(row: BankRow): boolean {
  return isReversed(row) || row.ivrSeconds < 0 || row.queueSeconds < 0 || row.serviceSeconds < 0;
}

function contradictsItself(row: BankRow): boolean {
  return (
    disagrees(row.ivrEntry, row.ivrExit, row.ivrSeconds) ||
    (row.queueSeconds > 0 && disagrees(row.queueStart, row.queueExit, row.queueSeconds)) ||
    (row.outcome === "AGENT" && disagrees(row.serviceStart, row.serviceExit, row.serviceSeconds))
  );
}

function disagrees(from: number, to: number, seconds: number): boolean {
  const until = crossesMidnight(from, to) ? to + DAY_SECONDS : to;
  return until - from !== seconds;
}

/** Seconds by which service begins before the queue (or, without one, the IVR) is left. */
function leadOfService(row: BankRow): number {
  const left = row.queueSeconds > 0 ? row.queueExit : row.ivrExit;
  const lead = left - row.serviceStart;
  if (lead > HALF_A_DAY_SECONDS) return lead - DAY_SECONDS;
  return lead < -HALF_A_DAY_SECONDS ? lead + DAY_SECONDS : lead;
}
