import type { CallEvent } from "@/server/domain/calls/event";
import { inOrder } from "@/server/domain/calls/order";
import type { Anomaly, FoldedCall } from "@/server/domain/calls/record";
import { type CallState, NEW_CALL } from "@/server/domain/calls/state";
import { summarise } from "@/server/domain/calls/summary";
import { transition } from "@/server/domain/calls/transition";

// Bounds on the work that hostile input can cause: a real call has some dozens of events, an instant of
// a real log takes two or three passes.
/** Events that one call is folded from; more of them are anomalies. */
export const EVENTS_MAX = 10_000;
const PASSES_PER_INSTANT_MAX = 32;

/** One event as the life of the call met it, in the order of the fold. */
export interface Passage {
  readonly event: CallEvent;
  readonly before: CallState;
  readonly after: CallState;
}

/** Where the events led, and those that had no place in the life of the call. */
export interface Life {
  readonly state: CallState;
  readonly anomalies: readonly Anomaly[];
}

/**
 * The call that the events tell of, with its queue visits, legs and keys. The same set of events gives
 * the same rows in whatever order and however often they arrive. An event that does not fit into the
 * life of the call becomes an anomaly and changes nothing; it never throws.
 * @throws RangeError without any event: then there is no call.
 */
export function foldCall(events: readonly CallEvent[]): FoldedCall {
  const { state, anomalies } = live(events, ignore);
  return { ...summarise(state, events), anomalies };
}

/**
 * Runs the events through `transition`, telling `watch` of each that was taken.
 *
 * A clock in whole seconds leaves open what came first within its instant. So an event that is refused
 * is tried again after the others of its instant, and a hang-up, which can end the part that the others
 * belong to, waits until none of them can be taken.
 */
export function live(events: readonly CallEvent[], watch: (passage: Passage) => void): Life {
  const run: Run = { state: NEW_CALL, anomalies: [], watch };
  const all = inOrder(events);
  const ordered = all.length > EVENTS_MAX ? all.slice(0, EVENTS_MAX) : all;
  for (let from = 0; from < ordered.length; ) {
    const to = endOfInstant(ordered, from);
    liveThroughInstant(run, ordered.slice(from, to));
    from = to;
  }
  for (const { sourceId } of all.slice(EVENTS_MAX)) {
    run.anomalies.push({ sourceId, reason: "too_many_events" });
  }
  return run;
}

interface Run {
  state: CallState;
  readonly anomalies: Anomaly[];
  readonly watch: (passage: Passage) => void;
}

interface Refusal {
  readonly event: CallEvent;
  readonly reason: Anomaly["reason"];
}

function endOfInstant(ordered: readonly CallEvent[], from: number): number {
  const at = ordered[from]?.at;
  let to = from + 1;
  while (to < ordered.length && ordered[to]?.at === at) to += 1;
  return to;
}

function liveThroughInstant(run: Run, events: readonly CallEvent[]): void {
  const hangUps = events.filter(isHangUp);
  let open = events.filter((event) => !isHangUp(event));
  let refusals = take(run, open);
  for (let pass = 2; pass < PASSES_PER_INSTANT_MAX; pass += 1) {
    const isStuck = refusals.length === 0 || refusals.length === open.length;
    const hangUp = isStuck ? hangUps.shift() : undefined;
    if (isStuck && hangUp === undefined) break;
    open = refusals.map(({ event }) => event).concat(hangUp ?? []);
    refusals = take(run, open);
  }
  const refused = [...refusals, ...take(run, hangUps)];
  for (const { event, reason } of refused) run.anomalies.push({ sourceId: event.sourceId, reason });
}

function isHangUp({ type }: CallEvent): boolean {
  return type === "agentHungUp" || type === "callerHungUp" || type === "callEnded";
}

function take(run: Run, events: readonly CallEvent[]): Refusal[] {
  const refusals: Refusal[] = [];
  for (const event of events) {
    const step = transition(run.state, event);
    if (!step.ok) {
      refusals.push({ event, reason: step.reason });
      continue;
    }
    if (step.timeWentBack) run.anomalies.push({ sourceId: event.sourceId, reason: "time_went_back" });
    run.watch({ event, before: run.state, after: step.state });
    run.state = step.state;
  }
  return refusals;
}

function ignore(): void {}
