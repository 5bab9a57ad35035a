import type { CallEventType } from "@/server/domain/calls/event";
import type { Anomaly } from "@/server/domain/calls/record";
import type { CallState, CallStateKind, EventOf, StateOf } from "@/server/domain/calls/state";

interface Taken {
  readonly ok: true;
  readonly state: CallState;
  /** The event's instant lay before the call's latest one, which was taken instead. */
  readonly timeWentBack: boolean;
}

/** The life of the call does not allow the event here; the state stays as it was. */
export interface Refused {
  readonly ok: false;
  readonly reason: Anomaly["reason"];
}

export type Step = Taken | Refused;

/** What an event does to a state. `state.course.latestAt` is already the event's instant. */
type Rule<Kind extends CallStateKind, Type extends CallEventType> = (
  state: StateOf<Kind>,
  event: EventOf<Type>,
) => CallState | Refused;

/** The events a state knows. What is absent is forbidden. */
export type Rules<Kind extends CallStateKind> = {
  readonly [Type in CallEventType]?: Rule<Kind, Type>;
};

export const UNEXPECTED_EVENT: Refused = { ok: false, reason: "unexpected_event" };
export const UNKNOWN_AGENT_LEG: Refused = { ok: false, reason: "unknown_agent_leg" };
