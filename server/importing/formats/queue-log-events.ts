import type { CallEvent, QueueExit } from "@/server/domain/calls/event";
import type { RowRefusal } from "@/server/domain/importing/report";
import type { Instant } from "@/server/domain/instant";
import { readCustomerNumber } from "@/server/importing/customer-identity";
import type { LogLine } from "@/server/importing/formats/queue-log-line";
import type { OpenCall } from "@/server/importing/formats/queue-log-open-calls";
import type { TranslationContext } from "@/server/importing/record-format";

interface Translation {
  /** Why the line cannot be read, if so; looked at before anything is changed. */
  check(line: LogLine): RowRefusal | undefined;
  apply(call: OpenCall, line: LogLine, context: TranslationContext): void;
}

/** Lines about the log, its queues or its agents: whoever asks for them counts presence, not calls. */
export const HOUSEKEEPING: ReadonlySet<string> = new Set([
  "ADDMEMBER",
  "REMOVEMEMBER",
  "PENALTY",
  "RINGINUSE",
  "PAUSE",
  "UNPAUSE",
  "PAUSEALL",
  "UNPAUSEALL",
  "AGENTLOGIN",
  "AGENTLOGOFF",
  "AGENTCALLBACKLOGIN",
  "AGENTCALLBACKLOGOFF",
  "QUEUESTART",
  "CONFIGRELOAD",
  "SYSCOMPAT",
]);

/**
 * What each event of a queue_log means in our words. The rank orders the events of one second, since
 * the log has no finer clock, as they happen to a caller; it leads their source ids.
 */
export const ABOUT_CALLS: Readonly<Record<string, Translation>> = {
  ENTERQUEUE: { check: noNeed, apply: enterQueue },
  CONNECT: { check: needsAgentAnd(2), apply: connect },
  RINGNOANSWER: { check: needsAgentAnd(0), apply: ring("offerMissed") },
  RINGCANCELED: { check: needsAgentAnd(0), apply: ring("offerWithdrawn") },
  AGENTDUMP: { check: needsAgent, apply: ring("offerRejected") },
  ABANDON: { check: noNeed, apply: abandon },
  EXITWITHTIMEOUT: { check: noNeed, apply: exit("timed_out") },
  EXITEMPTY: { check: noNeed, apply: exit("no_agents") },
  EXITWITHKEY: { check: noNeed, apply: exit("key_pressed") },
  WITHDRAW: { check: noNeed, apply: exit("withdrawn") },
  COMPLETECALLER: { check: noNeed, apply: completeByCaller },
  COMPLETEAGENT: { check: needsAgent, apply: completeByAgent },
  BLINDTRANSFER: { check: needsAgent, apply: transferBlind },
  TRANSFER: { check: needsAgent, apply: transferBlind },
  ATTENDEDTRANSFER: { check: needsAgent, apply: transferAttended },
};

const SECOND_MS = 1000;
const NOBODY: ReadonlySet<string> = new Set(["", "NONE"]);

function noNeed(): undefined {}

function needsAgent({ agent }: LogLine): RowRefusal | undefined {
  return NOBODY.has(agent) ? "missing_agent" : undefined;
}

/** The line names an agent, and the given column of its data is a number. */
function needsAgentAnd(column: number) {
  return (line: LogLine): RowRefusal | undefined => {
    const isNumber = /^\d{1,9}$/.test(line.data[column] ?? "");
    return needsAgent(line) ?? (isNumber ? undefined : "bad_number");
  };
}

/** Adds the events of one line, unless the call has had this very line. */
function add(call: OpenCall, line: LogLine, { rank, events, sink }: Addition): boolean {
  const agent = NOBODY.has(line.agent) ? "" : ` ${line.agent}`;
  const stem = ` ${line.at / SECOND_MS} ${line.event} ${line.queue}${agent}`.slice(0, 190);
  const lineId = `${rank}${stem}`;
  if (call.sourceIds.has(lineId)) {
    sink.repeat(line.lineNumber);
    return false;
  }
  call.sourceIds.add(lineId);
  const last = events.length - 1;
  events.forEach((event, index) => {
    const raw = index === last ? { raw: line.text } : {};
    call.events.push({ at: line.at, ...event, ...raw, sourceId: `${rank}${"abc"[index] ?? ""}${stem}` });
  });
  return true;
}

type Told<Event> = Event extends CallEvent
  ? Omit<Event, "sourceId" | "raw" | "at"> & { at?: Instant }
  : never;

interface Addition {
  readonly rank: 1 | 2 | 3 | 4 | 5;
  readonly events: readonly Told<CallEvent>[];
  readonly sink: TranslationContext["sink"];
}

function enterQueue(call: OpenCall, line: LogLine, context: TranslationContext): void {
  const { directory, sink } = context;
  const entry = {
    type: "queueEntered",
    ...directory.skillGroup(line.queue),
    priority: 0,
    ruleSetVersion: null,
  } as const;
  const [, callerId = "", , callerName = ""] = line.data;
  const party = readCustomerNumber(callerId, line.lineNumber, context);
  const arrival = {
    type: "callArrived",
    customerNumber: party?.number ?? null,
    customerName: callerName === "" ? null : callerName.slice(0, 200),
    customerRef: null,
    lineNumber: null,
    place: party?.place ?? null,
  } as const;
  const events = call.hasBegun ? [entry] : [arrival, entry];
  if (!add(call, line, { rank: 1, events, sink })) return;
  call.hasBegun = true;
  call.whereabouts = "inQueue";
  call.queueEnteredAt = line.at;
}

function connect(call: OpenCall, line: LogLine, { directory, sink }: TranslationContext): void {
  const agentId = directory.agent(line.agent);
  const at = ringStart(call, line, Number(line.data[2]) * SECOND_MS);
  const offer = { type: "agentOffered", agentId, at } as const;
  if (add(call, line, { rank: 3, events: [offer, { type: "agentAnswered", agentId }], sink })) {
    call.whereabouts = "talking";
  }
}

function ring(lapse: "offerMissed" | "offerRejected" | "offerWithdrawn") {
  return (call: OpenCall, line: LogLine, { directory, sink }: TranslationContext): void => {
    const agentId = directory.agent(line.agent);
    // Of all times in the log only these two events' are in milliseconds; AGENTDUMP has none.
    const at = ringStart(call, line, Number(line.data[0] ?? 0));
    const offer = { type: "agentOffered", agentId, at } as const;
    const isNew = add(call, line, { rank: 2, events: [offer, { type: lapse, agentId }], sink });
    if (isNew) call.lapsedAt.set(line.agent, line.at);
  };
}

/** A ring cannot begin before the queue was entered or the agent's former ring was over: seconds are coarse. */
function ringStart(call: OpenCall, line: LogLine, ringMs: number): Instant {
  const earliest = Math.max(call.queueEnteredAt, call.lapsedAt.get(line.agent) ?? 0);
  return Math.min(line.at, Math.max(line.at - ringMs, earliest));
}

function abandon(call: OpenCall, line: LogLine, { sink }: TranslationContext): void {
  if (add(call, line, { rank: 4, events: [{ type: "callerHungUp" }], sink })) call.whereabouts = "hungUp";
}

function exit(reason: QueueExit) {
  return (call: OpenCall, line: LogLine, { sink }: TranslationContext): void => {
    const left = { type: "queueLeft", reason } as const;
    const [pressed = ""] = line.data;
    const key = { type: "ivrKeyPressed", node: line.queue.slice(0, 100), key: pressed.slice(0, 40) } as const;
    const events = reason === "key_pressed" && key.key !== "" ? [key, left] : [left];
    if (add(call, line, { rank: 4, events, sink })) call.whereabouts = "inDialplan";
  };
}

function completeByCaller(call: OpenCall, line: LogLine, { sink }: TranslationContext): void {
  if (add(call, line, { rank: 5, events: [{ type: "callerHungUp" }], sink })) call.whereabouts = "hungUp";
}

function completeByAgent(call: OpenCall, line: LogLine, { directory, sink }: TranslationContext): void {
  const agentId = directory.agent(line.agent);
  if (add(call, line, { rank: 5, events: [{ type: "agentHungUp", agentId }], sink })) {
    call.whereabouts = "hungUp";
  }
}

function transferBlind(call: OpenCall, line: LogLine, { directory, sink }: TranslationContext): void {
  const agentId = directory.agent(line.agent);
  const to = { kind: "number", number: line.data[0]?.slice(0, 40) || "?" } as const;
  if (add(call, line, { rank: 5, events: [{ type: "transferStarted", agentId, to }], sink })) {
    call.whereabouts = "inDialplan";
  }
}

/** The log names the bridge that took the caller over, not the party: all we know is that it was outside the queue. */
function transferAttended(call: OpenCall, line: LogLine, { directory, sink }: TranslationContext): void {
  const agentId = directory.agent(line.agent);
  const to = { kind: "number", number: line.data[1]?.slice(0, 40) || "?" } as const;
  const events = [
    { type: "consultStarted", agentId, to },
    { type: "outsideAnswered" },
    { type: "transferCompleted", agentId },
  ] as const;
  if (add(call, line, { rank: 5, events, sink })) call.whereabouts = "inDialplan";
}
