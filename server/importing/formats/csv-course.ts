import type { CallEvent } from "@/server/domain/calls/event";
import type { CsvOutcome } from "@/server/domain/importing/csv-mapping";
import type { Instant } from "@/server/domain/instant";
import type { TranslationContext } from "@/server/importing/record-format";

export const durations = ["ivr", "wait", "ring", "talk", "hold", "wrapUp"] as const;

/** A row's values in our terms. Durations in milliseconds. */
export interface CsvCall extends Readonly<Record<(typeof durations)[number], number>> {
  readonly startedAt: Instant;
  readonly direction: "inbound" | "outbound";
  readonly outcome: CsvOutcome;
  readonly skillGroup: string;
  readonly agent: string;
  readonly keys: string;
}

type Party = Pick<
  Extract<CallEvent, { type: "callArrived" }>,
  "customerNumber" | "customerName" | "customerRef" | "lineNumber" | "place"
>;

type Unnumbered<Event> = Event extends CallEvent ? Omit<Event, "sourceId"> : never;

/** One row tells one call, so its events are numbered in their order. */
function numbered(events: readonly Unnumbered<CallEvent>[]): CallEvent[] {
  return events.map((event, index) => ({ ...event, sourceId: String(index + 1) }));
}

/** IVR, queue, ring, talk, hold and wrap-up one after the other: a row tells their lengths, not their order. */
export function inboundCourse(call: CsvCall, party: Party, context: TranslationContext): CallEvent[] {
  const { startedAt: at, outcome } = call;
  const queuedAt = at + call.ivr;
  const leftAt = queuedAt + call.wait;
  const arrival = { type: "callArrived", ...party, at } as const;
  if (outcome === "phantom") return numbered([arrival, { type: "callEnded", cause: "phantom", at: leftAt }]);
  const keys = call.keys
    .split(/[^0-9A-Da-d*#]+/)
    .filter((key) => key !== "")
    .map((key) => ({ type: "ivrKeyPressed", node: "IVR", key: key.slice(0, 40), at }) as const);
  const ivr = [arrival, { type: "ivrEntered", node: "IVR", at } as const, ...keys];
  if (outcome === "left_in_ivr") return numbered([...ivr, { type: "callerHungUp", at: leftAt }]);
  const group = context.directory.skillGroup(
    call.skillGroup === "" ? "?" : call.skillGroup,
    call.skillGroup || "Without skill group",
  );
  const entry = { type: "queueEntered", ...group, priority: 0, ruleSetVersion: null, at: queuedAt } as const;
  const queued = [...ivr, { type: "ivrLeft", at: queuedAt } as const, entry];
  if (outcome === "abandoned") return numbered([...queued, { type: "callerHungUp", at: leftAt }]);
  if (outcome === "answered") return numbered([...queued, ...answered(call, leftAt, context)]);
  return numbered([
    ...queued,
    { type: "queueLeft", reason: outcome === "overflowed" ? "overflowed" : "withdrawn", at: leftAt },
    { type: "callEnded", cause: "normal", at: leftAt },
  ]);
}

export function outboundCourse(call: CsvCall, party: Party, context: TranslationContext): CallEvent[] {
  const { startedAt: at } = call;
  const agentId = agentOf(call, context);
  const pickedUpAt = at + Math.max(call.ring, call.wait);
  const placed = { type: "callPlaced", ...party, agentId, at } as const;
  if (call.outcome !== "answered") {
    return numbered([placed, { type: "customerNotReached", reason: "no_answer", at: pickedUpAt }]);
  }
  return numbered([
    placed,
    { type: "customerAnswered", at: pickedUpAt },
    ...conversation(call, pickedUpAt, agentId),
  ]);
}

function answered(call: CsvCall, at: number, context: TranslationContext): Unnumbered<CallEvent>[] {
  const agentId = agentOf(call, context);
  const offeredAt = at - Math.min(call.ring, call.wait);
  return [
    { type: "agentOffered", agentId, at: offeredAt },
    { type: "agentAnswered", agentId, at },
    ...conversation(call, at, agentId),
  ];
}

type AgentId = ReturnType<TranslationContext["directory"]["agent"]>;

function conversation(call: CsvCall, at: number, agentId: AgentId): Unnumbered<CallEvent>[] {
  const heldAt = at + call.talk;
  const endedAt = heldAt + call.hold;
  const hold: Unnumbered<CallEvent>[] = [
    { type: "customerHeld", agentId, at: heldAt },
    { type: "customerRetrieved", agentId, at: endedAt },
  ];
  const wrapUp: Unnumbered<CallEvent>[] = [
    { type: "wrapUpStarted", agentId, at: endedAt },
    { type: "wrapUpFinished", agentId, at: endedAt + call.wrapUp },
  ];
  return [
    ...(call.hold > 0 ? hold : []),
    { type: "callEnded", cause: "normal", at: endedAt },
    ...(call.wrapUp > 0 ? wrapUp : []),
  ];
}

function agentOf({ agent }: CsvCall, { directory }: TranslationContext): AgentId {
  return agent === "" ? directory.agent("?", "Unknown agent") : directory.agent(agent);
}
