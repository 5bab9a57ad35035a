import type { CallEvent } from "@/server/domain/calls/event";
import { EVENTS_MAX } from "@/server/domain/calls/fold";
import type { Instant } from "@/server/domain/instant";
import type { LogLine } from "@/server/importing/formats/queue-log-line";
import { Recent } from "@/server/importing/recent";
import type { Sink } from "@/server/importing/record-format";

const MINUTE_MS = 60_000;

/** A call that left its queue may enter another one: for so long its next line is waited for. */
const SETTLED_AFTER_MS = 10 * MINUTE_MS;
/** At the end of the file nothing more comes: a call that left its queue so long before has ended. */
const ENDED_BEFORE_LAST_LINE_MS = MINUTE_MS;
const ABANDONED_BY_LOG_AFTER_MS = 24 * 60 * MINUTE_MS;
const OPEN_CALLS_MAX = 10_000;
const REMEMBERED_MIN = 25_000;
/** Characters of the lines of all open calls: ordinary calls have some hundreds each. */
const HELD_MAX = 24 * 2 ** 20;
/** What an event takes beside its line. */
const EVENT_OVERHEAD = 250;
/** A line makes three events at most, and the call's end may have to be added. */
const EVENTS_TO_COME = 4;

/**
 * Where the log leaves a call: `inQueue` and `talking` expect more lines, `inDialplan` may have some,
 * and even after a `hangUp` there may be word of a ring that it cut short.
 */
export type Whereabouts = "inQueue" | "talking" | "inDialplan" | "hungUp";

export interface OpenCall {
  readonly callId: string;
  readonly events: CallEvent[];
  readonly firstLine: number;
  /** Events of the call that were passed on before. */
  readonly passedOn: number;
  /** Lines that its events were made of, and their characters. */
  rows: number;
  held: number;
  readonly sourceIds: Set<string>;
  /** Verbs that we do not know: a call that consists of nothing else is none. */
  readonly unknownVerbs: string[];
  whereabouts: Whereabouts;
  hasBegun: boolean;
  queueEnteredAt: Instant;
  lastAt: Instant;
  /** When each agent's last ring in this call lapsed. */
  readonly lapsedAt: Map<string, Instant>;
}

/** The calls whose lines may go on, in memory that is bounded whatever the log. */
export class OpenCalls {
  readonly #sink: Sink;
  /** Both in the order of their last line. */
  readonly #going = new Map<string, OpenCall>();
  readonly #leaving = new Map<string, OpenCall>();
  /** How many events of each call were passed on. */
  readonly #passedOn = new Recent<number>(REMEMBERED_MIN);
  #held = 0;
  #latestAt: Instant = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Whether the call has few enough events for one more line to count. */
  hasRoomFor({ callId }: LogLine): boolean {
    const call = this.#going.get(callId) ?? this.#leaving.get(callId);
    const passedOn = call?.passedOn ?? this.#passedOn.get(callId) ?? 0;
    return passedOn + (call?.events.length ?? 0) + EVENTS_TO_COME <= EVENTS_MAX;
  }

  tell(line: LogLine, apply: (call: OpenCall) => void): void {
    const call = this.#take(line);
    const { length } = call.events;
    apply(call);
    this.#place(call, call.events.length > length ? line : undefined);
  }

  /** A verb that we do not know is kept with the call, without effect. */
  note(line: LogLine): void {
    const call = this.#take(line);
    const sourceId = `7 ${line.at / 1000} ${line.event} ${line.data.join("|")}`.slice(0, 200);
    call.events.push({ type: "unrecognised", vendorType: line.event, at: line.at, sourceId, raw: line.text });
    call.unknownVerbs.push(line.event);
    this.#place(call, line);
  }

  settleUntil(now: Instant): void {
    this.#latestAt = Math.max(this.#latestAt, now);
    for (const call of this.#leaving.values()) {
      if (now - call.lastAt < SETTLED_AFTER_MS && !this.#isCrowded(this.#leaving)) break;
      this.#end(call);
    }
    for (const call of this.#going.values()) {
      if (now - call.lastAt < ABANDONED_BY_LOG_AFTER_MS && !this.#isCrowded(this.#going)) break;
      this.#sink.warn("never_ended", call.firstLine);
      this.#passOn(call);
    }
  }

  /** Asterisk began anew: whoever was waiting or talking was cut off. */
  endByRestart(at: Instant): void {
    for (const call of this.#leaving.values()) this.#end(call);
    for (const call of this.#going.values()) {
      this.#sink.warn("cut_by_restart", call.firstLine);
      call.events.push({ type: "callEnded", cause: "failed", at, sourceId: "9 restart" });
      this.#passOn(call);
    }
  }

  finish(): void {
    for (const call of this.#leaving.values()) {
      const isOpen =
        call.whereabouts === "inDialplan" && this.#latestAt - call.lastAt < ENDED_BEFORE_LAST_LINE_MS;
      if (isOpen) this.#leaveOpen(call);
      else this.#end(call);
    }
    for (const call of this.#going.values()) this.#leaveOpen(call);
  }

  #leaveOpen(call: OpenCall): void {
    this.#sink.warn("still_open", call.firstLine);
    this.#passOn(call);
  }

  #isCrowded(calls: ReadonlyMap<string, OpenCall>): boolean {
    return calls.size > OPEN_CALLS_MAX || this.#held > HELD_MAX;
  }

  #take(line: LogLine): OpenCall {
    const { callId, at } = line;
    const call = this.#going.get(callId) ?? this.#leaving.get(callId) ?? this.#begin(line);
    this.#going.delete(callId);
    this.#leaving.delete(callId);
    call.lastAt = Math.max(call.lastAt, at);
    return call;
  }

  #place(call: OpenCall, held: LogLine | undefined): void {
    const added = held === undefined ? 0 : held.text.length + EVENT_OVERHEAD;
    call.rows += held === undefined ? 0 : 1;
    call.held += added;
    this.#held += added;
    const isGoing = call.whereabouts === "inQueue" || call.whereabouts === "talking";
    (isGoing ? this.#going : this.#leaving).set(call.callId, call);
  }

  /** The log has no word for the end of a call in the dialplan: its last line stands for it. */
  #end(call: OpenCall): void {
    if (call.whereabouts === "inDialplan" && call.hasBegun) {
      call.events.push({ type: "callEnded", cause: "normal", at: call.lastAt, sourceId: "9 end" });
    }
    this.#passOn(call);
  }

  #passOn(call: OpenCall): void {
    this.#going.delete(call.callId);
    this.#leaving.delete(call.callId);
    this.#held -= call.held;
    if (call.unknownVerbs.length === call.events.length) {
      for (const verb of call.unknownVerbs) this.#sink.notAboutCall(verb);
      return;
    }
    if (!call.hasBegun) this.#sink.warn("beginning_missing", call.firstLine);
    const continued = this.#passedOn.get(call.callId) !== undefined;
    this.#passedOn.set(call.callId, call.passedOn + call.events.length);
    this.#sink.call({
      providerCallId: call.callId,
      events: call.events,
      lineNumber: call.firstLine,
      rows: call.rows,
      continued,
    });
  }

  #begin({ callId, lineNumber }: LogLine): OpenCall {
    return {
      callId,
      events: [],
      firstLine: lineNumber,
      passedOn: this.#passedOn.get(callId) ?? 0,
      rows: 0,
      held: 0,
      sourceIds: new Set(),
      unknownVerbs: [],
      whereabouts: "inDialplan",
      hasBegun: false,
      queueEnteredAt: 0,
      lastAt: 0,
      lapsedAt: new Map(),
    };
  }
}
