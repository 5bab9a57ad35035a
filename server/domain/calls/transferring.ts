import { lapseConsultation, originFrom } from "@/server/domain/calls/consulting";
import { ON_THE_LINE } from "@/server/domain/calls/ending";
import { acceptLateHangUp, keepState } from "@/server/domain/calls/every-state";
import { enterIvr } from "@/server/domain/calls/in-ivr";
import { joinQueue, recall } from "@/server/domain/calls/in-queue";
import { answerOffer, findOpenOffer, hasEndedLeg, openLeg, withdrawOffers } from "@/server/domain/calls/legs";
import type { EventOf, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNEXPECTED_EVENT, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";

function offerTransfer(
  state: StateOf<"transferring">,
  { agentId }: EventOf<"agentOffered">,
): StateOf<"transferring"> | Refused {
  if (findOpenOffer(state.course, agentId) !== undefined) return UNEXPECTED_EVENT;
  return { ...state, course: openLeg(state.course, agentId, originFrom("transfer", state.to)).course };
}

function answerTransfer(
  state: StateOf<"transferring">,
  { agentId }: EventOf<"agentAnswered">,
): StateOf<"talking"> {
  return {
    kind: "talking",
    ...answerOffer(state.course, agentId, originFrom("transfer", state.to)),
    heldMs: 0,
  };
}

function goOutside(state: StateOf<"transferring">): StateOf<"outside"> | Refused {
  if (state.to.kind !== "number") return UNEXPECTED_EVENT;
  return { kind: "outside", course: withdrawOffers(state.course) };
}

function failOutside(state: StateOf<"transferring">): StateOf<"routing"> | Refused {
  if (state.to.kind !== "number") return UNEXPECTED_EVENT;
  return { kind: "routing", course: withdrawOffers(state.course), letGoBy: state.letGoBy };
}

function confirmTransfer(state: StateOf<"outside">, event: EventOf<"transferCompleted">) {
  return hasEndedLeg(state.course, event.agentId) ? state : UNKNOWN_AGENT_LEG;
}

function releaseFromOutside({ course }: StateOf<"outside">): StateOf<"released"> {
  return { kind: "released", course, end: { at: course.latestAt, by: "system", cause: null } };
}

export const TRANSFERRING_RULES: Rules<"transferring"> = {
  ...ON_THE_LINE,
  ivrEntered: enterIvr,
  queueEntered: joinQueue,
  agentOffered: offerTransfer,
  offerMissed: lapseConsultation("missed"),
  offerRejected: lapseConsultation("rejected"),
  offerWithdrawn: lapseConsultation("withdrawn"),
  agentAnswered: answerTransfer,
  transferCompleted: goOutside,
  transferCancelled: recall,
  outsideAnswered: goOutside,
  outsideHungUp: failOutside,
  agentHungUp: acceptLateHangUp,
};

// Some senders say that the number answered, some that the transfer is complete, some both.
export const OUTSIDE_RULES: Rules<"outside"> = {
  ...ON_THE_LINE,
  outsideAnswered: keepState,
  transferCompleted: confirmTransfer,
  outsideHungUp: releaseFromOutside,
  agentHungUp: acceptLateHangUp,
};
