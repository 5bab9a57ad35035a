import { ON_THE_LINE } from "@/server/domain/calls/ending";
import { acceptLateHangUp, acceptLateWithdrawal, noteKey } from "@/server/domain/calls/every-state";
import {
  agentOf,
  answerOffer,
  findOpenOffer,
  hasOpenOffer,
  type LegOrigin,
  lapseOffer,
  legAt,
  openLeg,
  replaceLeg,
  withdrawOffers,
} from "@/server/domain/calls/legs";
import type { Course, EventOf, QueueState, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNEXPECTED_EVENT, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";
import { answerVisit, currentVisit, enterQueue, exitVisit } from "@/server/domain/calls/visits";

/** Where the agent who let the customer go may still take the customer back. */
type RecallableState = StateOf<"routing" | "waiting" | "ringing" | "transferring">;

/** A new visit begins and rings of before are withdrawn; whoever let the customer go may still take them back. */
export function joinQueue(
  { course, letGoBy }: { readonly course: Course; readonly letGoBy: number | null },
  event: EventOf<"queueEntered">,
): StateOf<"waiting"> {
  return { kind: "waiting", course: enterQueue(withdrawOffers(course), event), letGoBy };
}

function leaveQueue(state: QueueState, event: EventOf<"queueLeft">): StateOf<"routing"> {
  const course = withdrawOffers(exitVisit(state.course, event.reason));
  return { kind: "routing", course, letGoBy: state.letGoBy };
}

function offer(state: QueueState, { agentId }: EventOf<"agentOffered">): StateOf<"ringing"> | Refused {
  if (findOpenOffer(state.course, agentId) !== undefined) return UNEXPECTED_EVENT;
  const { course } = openLeg(state.course, agentId, originOf(state));
  return { kind: "ringing", course, letGoBy: state.letGoBy };
}

function originOf(state: QueueState): LegOrigin {
  const { ordinal, skillGroupId } = currentVisit(state.course);
  return { kind: "queue", visitOrdinal: ordinal, skillGroupId };
}

function lapse(outcome: "missed" | "rejected") {
  return (
    state: StateOf<"ringing">,
    event: EventOf<"offerMissed" | "offerRejected">,
  ): QueueState | Refused => {
    const open = findOpenOffer(state.course, event.agentId);
    return open === undefined ? UNKNOWN_AGENT_LEG : settle(state, lapseOffer(state.course, open, outcome));
  };
}

function withdraw(state: StateOf<"ringing">, event: EventOf<"offerWithdrawn">): QueueState | Refused {
  const open = findOpenOffer(state.course, event.agentId);
  if (open === undefined) return acceptLateWithdrawal(state, event);
  return settle(state, lapseOffer(state.course, open, "withdrawn"));
}

function settle(state: QueueState, course: Course): QueueState {
  return { kind: hasOpenOffer(course) ? "ringing" : "waiting", course, letGoBy: state.letGoBy };
}

function answer(state: QueueState, { agentId }: EventOf<"agentAnswered">): StateOf<"talking"> {
  const answered = answerOffer(answerVisit(state.course, agentId), agentId, originOf(state));
  return { kind: "talking", ...answered, heldMs: 0 };
}

function recallFromQueue(state: QueueState, event: EventOf<"transferCancelled">) {
  const step = recall(state, event);
  return "ok" in step ? step : { ...step, course: exitVisit(step.course, "withdrawn") };
}

/**
 * The transfer came to nothing and the first agent has the customer again. The attempt counts as hold
 * of that agent's leg; only if the wrap-up has begun is it a leg of its own.
 */
export function recall(
  state: RecallableState,
  { agentId }: EventOf<"transferCancelled">,
): StateOf<"talking"> | Refused {
  if (state.letGoBy === null) return UNEXPECTED_EVENT;
  if (agentOf(state.course, state.letGoBy) !== agentId) return UNKNOWN_AGENT_LEG;
  const course = withdrawOffers(state.course);
  const leg = legAt(course, state.letGoBy);
  if (leg.wrapUpStartedAt !== null || leg.endedAt === null) {
    const { visitOrdinal, skillGroupId } = leg;
    return {
      kind: "talking",
      ...answerOffer(course, agentId, { kind: "transfer", visitOrdinal, skillGroupId }),
      heldMs: 0,
    };
  }
  const reopened = {
    ...leg,
    outcome: "talking",
    end: null,
    endedAt: null,
    talkMs: null,
    holdMs: null,
  } as const;
  const heldMs = (leg.holdMs ?? 0) + course.latestAt - leg.endedAt;
  return { kind: "talking", course: replaceLeg(course, reopened), leg: leg.ordinal, heldMs };
}

const IN_QUEUE = {
  ...ON_THE_LINE,
  ivrKeyPressed: noteKey,
  queueLeft: leaveQueue,
  agentOffered: offer,
  agentAnswered: answer,
  transferCancelled: recallFromQueue,
  agentHungUp: acceptLateHangUp,
} as const;

export const WAITING_RULES: Rules<"waiting"> = { ...IN_QUEUE, offerWithdrawn: acceptLateWithdrawal };

export const RINGING_RULES: Rules<"ringing"> = {
  ...IN_QUEUE,
  offerMissed: lapse("missed"),
  offerRejected: lapse("rejected"),
  offerWithdrawn: withdraw,
};
