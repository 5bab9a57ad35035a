import { endConversation, heldMsOf, ON_THE_LINE } from "@/server/domain/calls/ending";
import { acceptLateHangUp, acceptLateWithdrawal } from "@/server/domain/calls/every-state";
import { agentOf } from "@/server/domain/calls/legs";
import type { ConversationState, EventOf, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";
import type { UserId } from "@/server/domain/identifiers";

type TwoPartyState = StateOf<"talking" | "holding">;

/** Only the agent who has the customer may hold, transfer, consult. */
export function isHandledBy(state: ConversationState, agentId: UserId): boolean {
  return agentOf(state.course, state.leg) === agentId;
}

function hold(state: StateOf<"talking">, { agentId }: EventOf<"customerHeld">): StateOf<"holding"> | Refused {
  if (!isHandledBy(state, agentId)) return UNKNOWN_AGENT_LEG;
  return { ...state, kind: "holding", heldSince: state.course.latestAt };
}

function retrieve(
  state: StateOf<"holding">,
  { agentId }: EventOf<"customerRetrieved">,
): StateOf<"talking"> | Refused {
  if (!isHandledBy(state, agentId)) return UNKNOWN_AGENT_LEG;
  return { kind: "talking", course: state.course, leg: state.leg, heldMs: heldMsOf(state) };
}

function consult(
  state: TwoPartyState,
  { agentId, to }: EventOf<"consultStarted">,
): StateOf<"consulting"> | Refused {
  if (!isHandledBy(state, agentId)) return UNKNOWN_AGENT_LEG;
  const { course, leg } = state;
  const heldMs = heldMsOf(state);
  return { kind: "consulting", course, leg, heldMs, heldSince: course.latestAt, to, consulted: null };
}

function letGo(
  state: TwoPartyState,
  { agentId, to }: EventOf<"transferStarted">,
): StateOf<"transferring"> | Refused {
  if (!isHandledBy(state, agentId)) return UNKNOWN_AGENT_LEG;
  return { kind: "transferring", course: endConversation(state, "blind_transfer"), letGoBy: state.leg, to };
}

function startSurvey(state: TwoPartyState): StateOf<"inSurvey"> {
  return { kind: "inSurvey", course: endConversation(state, "agent") };
}

function hangUp(state: TwoPartyState, event: EventOf<"agentHungUp">): CallAfterHangUp {
  if (!isHandledBy(state, event.agentId)) return acceptLateHangUp(state, event);
  return releaseCustomer(state);
}

type CallAfterHangUp = TwoPartyState | StateOf<"released"> | Refused;

/** The agent hangs up: the conversation is over, while the customer may still be on the line. */
export function releaseCustomer(state: ConversationState): StateOf<"released"> {
  const course = endConversation(state, "agent");
  return { kind: "released", course, end: { at: course.latestAt, by: "agent", cause: null } };
}

const WITH_ONE_AGENT = {
  ...ON_THE_LINE,
  consultStarted: consult,
  transferStarted: letGo,
  surveyStarted: startSurvey,
  agentHungUp: hangUp,
  offerWithdrawn: acceptLateWithdrawal,
} as const;

export const TALKING_RULES: Rules<"talking"> = { ...WITH_ONE_AGENT, customerHeld: hold };

export const HOLDING_RULES: Rules<"holding"> = { ...WITH_ONE_AGENT, customerRetrieved: retrieve };
