import { ENDED_RULES, IN_SURVEY_RULES, RELEASED_RULES } from "@/server/domain/calls/after-call";
import { CONFERENCING_RULES, CONSULTING_RULES } from "@/server/domain/calls/consulting";
import type { CallEvent, CallEventType } from "@/server/domain/calls/event";
import { HOLDING_RULES, TALKING_RULES } from "@/server/domain/calls/in-conversation";
import { IN_IVR_RULES, ROUTING_RULES } from "@/server/domain/calls/in-ivr";
import { RINGING_RULES, WAITING_RULES } from "@/server/domain/calls/in-queue";
import { DIALLING_RULES, NEW_RULES } from "@/server/domain/calls/starting";
import type { CallState, CallStateKind, EventOf, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, type Step, UNEXPECTED_EVENT } from "@/server/domain/calls/step";
import { OUTSIDE_RULES, TRANSFERRING_RULES } from "@/server/domain/calls/transferring";

/** The life of a call, whole: for each state the events it knows. Pairs that are absent are forbidden. */
export const LIFE_OF_A_CALL: { readonly [Kind in CallStateKind]: Rules<Kind> } = {
  new: NEW_RULES,
  routing: ROUTING_RULES,
  inIvr: IN_IVR_RULES,
  waiting: WAITING_RULES,
  ringing: RINGING_RULES,
  dialling: DIALLING_RULES,
  talking: TALKING_RULES,
  holding: HOLDING_RULES,
  consulting: CONSULTING_RULES,
  conferencing: CONFERENCING_RULES,
  transferring: TRANSFERRING_RULES,
  outside: OUTSIDE_RULES,
  inSurvey: IN_SURVEY_RULES,
  released: RELEASED_RULES,
  ended: ENDED_RULES,
};

/**
 * One step in the life of a call. Pure: the state given is never changed.
 * An event that the state does not know, or that names an agent without a fitting leg, is refused with
 * a reason. An event earlier than the call's latest instant takes effect at that instant, so that no
 * duration is ever negative, and the step says so.
 */
export function transition(state: CallState, event: CallEvent): Step {
  const next = applyRule(state.kind, event.type, { state: movedTo(state, event), event });
  return "ok" in next ? next : { ok: true, state: next, timeWentBack: tellsOfThePast(state, event) };
}

function tellsOfThePast(state: CallState, event: CallEvent): boolean {
  return state.kind !== "new" && event.type !== "unrecognised" && event.at < state.course.latestAt;
}

/** A word that we do not know changes nothing, not even how far the call has come. */
function movedTo(state: CallState, event: CallEvent): CallState {
  if (state.kind === "new" || event.type === "unrecognised" || event.at <= state.course.latestAt)
    return state;
  return { ...state, course: { ...state.course, latestAt: event.at } };
}

interface Met<Kind extends CallStateKind, Type extends CallEventType> {
  readonly state: StateOf<Kind>;
  readonly event: EventOf<Type>;
}

function applyRule<Kind extends CallStateKind, Type extends CallEventType>(
  kind: Kind,
  type: Type,
  { state, event }: Met<Kind, Type>,
): CallState | Refused {
  const rules: Rules<Kind> = LIFE_OF_A_CALL[kind];
  return rules[type]?.(state, event) ?? UNEXPECTED_EVENT;
}
