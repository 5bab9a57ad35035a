import { RAW_MAX } from "@/server/domain/calls/event";
import type { RowRefusal } from "@/server/domain/importing/report";
import { ABOUT_CALLS, HOUSEKEEPING } from "@/server/importing/formats/queue-log-events";
import type { LogLine } from "@/server/importing/formats/queue-log-line";
import { OpenCalls } from "@/server/importing/formats/queue-log-open-calls";
import {
  type Row,
  refuseStart,
  type TranslationContext,
  type Translator,
} from "@/server/importing/record-format";

const SECOND_MS = 1000;
const CALL_ID_MAX = 200;
const NAME_MAX = 80;
const NO_CALL: ReadonlySet<string> = new Set(["NONE", "REALTIME", "MANAGER", "CLI"]);
const EPOCH_SECONDS = /^\d{9,10}(?:\.\d+)?$/;

/** Whether `fields` look like a line of a queue_log: epoch, call id, queue, agent, EVENT. */
export function isQueueLogLine(fields: readonly string[]): boolean {
  return fields.length >= 5 && EPOCH_SECONDS.test(fields[0] ?? "") && /^[A-Z_]+$/.test(fields[4] ?? "");
}

/** Asterisk's queue_log. The lines of many calls interleave; a call is passed on once it has ended. */
export function translateQueueLog(context: TranslationContext): Translator {
  return new QueueLogTranslator(context);
}

class QueueLogTranslator implements Translator {
  readonly #context: TranslationContext;
  readonly #calls: OpenCalls;

  constructor(context: TranslationContext) {
    this.#context = context;
    this.#calls = new OpenCalls(context.sink);
  }

  read(row: Row): void {
    const line = parseLine(row);
    const refusal = typeof line === "string" ? line : this.#tell(line);
    if (refusal !== undefined) this.#context.sink.refuse(refusal, row);
  }

  finish(): void {
    this.#calls.finish();
  }

  #tell(line: LogLine): RowRefusal | undefined {
    if (line.event === "QUEUESTART") this.#calls.endByRestart(line.at);
    if (NO_CALL.has(line.callId) || HOUSEKEEPING.has(line.event)) {
      this.#context.sink.notAboutCall(line.event);
      return undefined;
    }
    this.#calls.settleUntil(line.at);
    if (!this.#calls.hasRoomFor(line)) return "too_many_events";
    const translate = ABOUT_CALLS[line.event];
    if (translate === undefined) {
      this.#context.sink.warn("unknown_event", line.lineNumber);
      this.#calls.note(line);
      return undefined;
    }
    const refusal = translate.check(line) ?? refuseStart(line.at, this.#context.now);
    if (refusal === undefined) this.#calls.tell(line, (call) => translate.apply(call, line, this.#context));
    return refusal;
  }
}

function parseLine({ fields, lineNumber, text }: Row): LogLine | RowRefusal {
  const [epoch = "", callId = "", queue = "", agent = "", event = "", ...data] = fields;
  if (text.length > RAW_MAX) return "too_long";
  if (fields.length < 5) return "wrong_column_count";
  if (!EPOCH_SECONDS.test(epoch)) return "bad_time";
  if (callId === "") return "missing_call_id";
  if (event === "") return "unreadable_row";
  const isNameLong = [queue, agent, event].some(({ length }) => length > NAME_MAX);
  if (isNameLong || callId.length > CALL_ID_MAX) return "too_long";
  return { at: Math.round(Number(epoch) * SECOND_MS), callId, queue, agent, event, data, lineNumber, text };
}
