import type { CallEvent } from "@/server/domain/calls/event";
import type { Instant } from "@/server/domain/instant";
import type { LogLine } from "@/server/importing/formats/queue-log-line";
import type { Sink } from "@/server/importing/record-format";

const MINUTE_MS = 60_000;

/** A call that left its queue may enter another one: for so long its next line is waited for. */
const SETTLED_AFTER_MS = 10 * MINUTE_MS;
/** At the end of the file nothing more comes: a call that left its queue so long before has ended. */
const ENDED_BEFORE_LAST_LINE_MS = MINUTE_MS;
const ABANDONED_BY_LOG_AFTER_MS = 24 * 60 * MINUTE_MS;
const OPEN_CALLS_MAX = 10_000;
const REMEMBERED_MAX = 50_000;

/**
 * Where the log leaves a call: `inQueue` and `talking` expect more lines, `inDialplan` may have some,
 * and even after a `hangUp` there may be word of a ring that it cut short.
 */
export type Whereabouts = "inQueue" | "talking" | "inDialplan" | "hungUp";

export interface OpenCall {
  readonly callId: string;
  readonly events: CallEvent[];
  readonly firstLine: number;
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
  readonly #passedOn = new Set<string>();
  #latestAt: Instant = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  tell(line: LogLine, apply: (call: OpenCall) => void): void {
    const call = this.#take(line);
    apply(call);
    this.#place(call);
  }

  /** A verb that we do not know is kept with the call, without effect. */
  note(line: LogLine): void {
    const call = this.#take(line);
    const sourceId = `7 ${line.at / 1000} ${line.event} ${line.data.join("|")}`.slice(0, 200);
    call.events.push({ type: "unrecognised", vendorType: line.event, at: line.at, sourceId, raw: line.text });
    call.unknownVerbs.push(line.event);
    this.#place(call);
  }

  settleUntil(now: Instant): void {
    this.#latestAt = Math.max(this.#latestAt, now);
    for (const call of this.#leaving.values()) {
      if (now - call.lastAt < SETTLED_AFTER_MS && this.#leaving.size <= OPEN_CALLS_MAX) break;
      this.#end(call);
    }
    for (const call of this.#going.values()) {
      if (now - call.lastAt < ABANDONED_BY_LOG_AFTER_MS && this.#going.size <= OPEN_CALLS_MAX) break;
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

  #take({ callId, at, lineNumber }: LogLine): OpenCall {
    const call = this.#going.get(callId) ?? this.#leaving.get(callId) ?? begin(callId, lineNumber);
    this.#going.delete(callId);
    this.#leaving.delete(callId);
    call.lastAt = Math.max(call.lastAt, at);
    return call;
  }

  #place(call: OpenCall): void {
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
    if (call.unknownVerbs.length === call.events.length) {
      for (const verb of call.unknownVerbs) this.#sink.notAboutCall(verb);
      return;
    }
    if (!call.hasBegun) this.#sink.warn("beginning_missing", call.firstLine);
    const continued = this.#passedOn.has(call.callId);
    this.#remember(call.callId);
    this.#sink.call({
      providerCallId: call.callId,
      events: call.events,
      lineNumber: call.firstLine,
      continued,
    });
  }

  #remember(callId: string): void {
    this.#passedOn.add(callId);
    if (this.#passedOn.size <= REMEMBERED_MAX) return;
    for (const oldest of this.#passedOn) {
      this.#passedOn.delete(oldest);
      break;
    }
  }
}

function begin(callId: string, firstLine: number): OpenCall {
  return {
    callId,
    events: [],
    firstLine,
    sourceIds: new Set(),
    unknownVerbs: [],
    whereabouts: "inDialplan",
    hasBegun: false,
    queueEnteredAt: 0,
    lastAt: 0,
    lapsedAt: new Map(),
  };
}
