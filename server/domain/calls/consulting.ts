import { endConsulted, heldMsOf, ON_THE_LINE } from "@/server/domain/calls/ending";
import type { TransferTarget } from "@/server/domain/calls/event";
import { acceptLateHangUp, acceptLateWithdrawal } from "@/server/domain/calls/every-state";
import { isHandledBy, releaseCustomer } from "@/server/domain/calls/in-conversation";
import {
  agentOf,
  answerOffer,
  endLeg,
  findOpenOffer,
  type LegOrigin,
  lapseOffer,
  legAt,
  openLeg,
  replaceLeg,
} from "@/server/domain/calls/legs";
import type { LegEnd } from "@/server/domain/calls/record";
import type { CallState, Course, EventOf, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNEXPECTED_EVENT, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";
import type { UserId } from "@/server/domain/identifiers";

type ThreePartyState = StateOf<"consulting" | "conferencing">;

/** The leg of an agent who is reached by a consultation or transfer, without a queue visit. */
export function originFrom(kind: "consult" | "transfer", to: TransferTarget): LegOrigin {
  return { kind, visitOrdinal: null, skillGroupId: to.kind === "skillGroup" ? to.skillGroupId : null };
}

function offerConsultation(
  state: StateOf<"consulting">,
  { agentId }: EventOf<"agentOffered">,
): StateOf<"consulting"> | Refused {
  if (state.consulted !== null || findOpenOffer(state.course, agentId) !== undefined) return UNEXPECTED_EVENT;
  const { course } = openLeg(state.course, agentId, originFrom("consult", state.to));
  return { ...state, course };
}

function answerConsultation(
  state: StateOf<"consulting">,
  { agentId }: EventOf<"agentAnswered">,
): StateOf<"consulting"> | Refused {
  if (state.consulted !== null || isHandledBy(state, agentId)) return UNEXPECTED_EVENT;
  const { course, leg } = answerOffer(state.course, agentId, originFrom("consult", state.to));
  return { ...state, course, consulted: { kind: "agent", leg } };
}

function answerOutside(state: StateOf<"consulting">): StateOf<"consulting"> | Refused {
  return state.consulted === null ? { ...state, consulted: { kind: "outside" } } : UNEXPECTED_EVENT;
}

/** What becomes of a call when a colleague who was asked for does not pick up: it stays where it is. */
export function lapseConsultation(outcome: "missed" | "rejected" | "withdrawn") {
  return <State extends StateOf<"consulting" | "transferring">>(
    state: State,
    event: EventOf<"offerMissed" | "offerRejected" | "offerWithdrawn">,
  ): State | Refused => {
    const open = findOpenOffer(state.course, event.agentId);
    if (open !== undefined) return { ...state, course: lapseOffer(state.course, open, outcome) };
    if (event.type === "offerWithdrawn") return acceptLateWithdrawal(state, event);
    return UNKNOWN_AGENT_LEG;
  };
}

// Toggling: the agent may speak to the customer while the third party waits.
function toggleToCustomer(state: StateOf<"consulting">, event: EventOf<"customerRetrieved">) {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  return { ...state, heldMs: heldMsOf(state), heldSince: null };
}

function toggleToConsulted(state: StateOf<"consulting">, event: EventOf<"customerHeld">) {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  return state.heldSince === null ? { ...state, heldSince: state.course.latestAt } : UNEXPECTED_EVENT;
}

function join(
  state: StateOf<"consulting">,
  event: EventOf<"conferenceStarted">,
): StateOf<"conferencing"> | Refused {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  const consulted = state.consulted ?? (state.to.kind === "number" ? { kind: "outside" } : null);
  if (consulted === null) return UNEXPECTED_EVENT;
  const { course, leg, to } = state;
  return { kind: "conferencing", course, leg, to, heldMs: heldMsOf(state), consulted };
}

function part(
  state: StateOf<"conferencing">,
  event: EventOf<"customerHeld">,
): StateOf<"consulting"> | Refused {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  return { ...state, kind: "consulting", heldSince: state.course.latestAt };
}

function endConsultation(state: ThreePartyState, event: EventOf<"consultEnded">) {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  return dropConsulted(state, "consult_ended");
}

function cancelTransfer(
  state: StateOf<"consulting">,
  event: EventOf<"transferCancelled">,
): StateOf<"talking"> | Refused {
  if (!isHandledBy(state, event.agentId)) return UNKNOWN_AGENT_LEG;
  const course = endConsulted(state, "consult_ended");
  return { kind: "talking", course, leg: state.leg, heldMs: heldMsOf(state) };
}

function hangUpOutside(state: ThreePartyState): StateOf<"talking" | "holding"> | Refused {
  return state.to.kind === "number" ? dropConsulted(state, "consult_ended") : UNEXPECTED_EVENT;
}

/** Two parties are left; the customer stays held until the agent retrieves them. */
function dropConsulted(state: ThreePartyState, as: LegEnd): StateOf<"talking" | "holding"> {
  const course = endConsulted(state, as);
  const { leg, heldMs } = state;
  if (state.kind === "conferencing" || state.heldSince === null) {
    return { kind: "talking", course, leg, heldMs };
  }
  return { kind: "holding", course, leg, heldMs, heldSince: state.heldSince };
}

function handOver(state: ThreePartyState, event: EventOf<"transferCompleted">): CallState | Refused {
  return isHandledBy(state, event.agentId) ? leaveTo(state, "attended_transfer") : UNKNOWN_AGENT_LEG;
}

function hangUpConsulting(state: StateOf<"consulting">, event: EventOf<"agentHungUp">): CallState | Refused {
  if (isHandledBy(state, event.agentId)) return releaseCustomer(state);
  if (isConsulted(state, event.agentId)) return dropConsulted(state, "agent");
  return acceptLateHangUp(state, event);
}

// A conference outlives the agent who called it: the customer goes on with the third party.
function hangUpConference(
  state: StateOf<"conferencing">,
  event: EventOf<"agentHungUp">,
): CallState | Refused {
  if (isHandledBy(state, event.agentId)) return leaveTo(state, "agent");
  if (isConsulted(state, event.agentId)) return dropConsulted(state, "agent");
  return acceptLateHangUp(state, event);
}

function isConsulted(state: ThreePartyState, agentId: UserId): boolean {
  return state.consulted?.kind === "agent" && agentOf(state.course, state.consulted.leg) === agentId;
}

function leaveTo(state: ThreePartyState, as: LegEnd): CallState {
  const { leg: letGoBy, to, consulted } = state;
  const course = endLeg(state.course, letGoBy, { as, heldMs: heldMsOf(state) });
  if (consulted === null) return { kind: "transferring", course, letGoBy, to };
  if (consulted.kind === "outside") return { kind: "outside", course };
  return { kind: "talking", course: takeOver(course, consulted.leg), leg: consulted.leg, heldMs: 0 };
}

function takeOver(course: Course, ordinal: number): Course {
  return replaceLeg(course, { ...legAt(course, ordinal), kind: "transfer" });
}

export const CONSULTING_RULES: Rules<"consulting"> = {
  ...ON_THE_LINE,
  agentOffered: offerConsultation,
  offerMissed: lapseConsultation("missed"),
  offerRejected: lapseConsultation("rejected"),
  offerWithdrawn: lapseConsultation("withdrawn"),
  agentAnswered: answerConsultation,
  customerHeld: toggleToConsulted,
  customerRetrieved: toggleToCustomer,
  consultEnded: endConsultation,
  conferenceStarted: join,
  transferCompleted: handOver,
  transferCancelled: cancelTransfer,
  outsideAnswered: answerOutside,
  outsideHungUp: hangUpOutside,
  agentHungUp: hangUpConsulting,
};

export const CONFERENCING_RULES: Rules<"conferencing"> = {
  ...ON_THE_LINE,
  offerWithdrawn: acceptLateWithdrawal,
  customerHeld: part,
  consultEnded: endConsultation,
  transferCompleted: handOver,
  outsideHungUp: hangUpOutside,
  agentHungUp: hangUpConference,
};
