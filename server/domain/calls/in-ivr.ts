import { leaveIvr, ON_THE_LINE } from "@/server/domain/calls/ending";
import { acceptLateHangUp, acceptLateWithdrawal, noteKey } from "@/server/domain/calls/every-state";
import { joinQueue, recall } from "@/server/domain/calls/in-queue";
import type { Course, EventOf, StateOf } from "@/server/domain/calls/state";
import type { Rules } from "@/server/domain/calls/step";

interface AtIvr {
  readonly course: Course;
}

/** The caller hears the menu from the latest instant of the course on. */
export function enterIvr({ course }: AtIvr, { node }: EventOf<"ivrEntered">): StateOf<"inIvr"> {
  return { kind: "inIvr", course: { ...course, ivrNode: node }, since: course.latestAt };
}

// The time in the IVR goes on: only the node is another.
function enterNextNode(state: StateOf<"inIvr">, { node }: EventOf<"ivrEntered">): StateOf<"inIvr"> {
  return { ...state, course: { ...state.course, ivrNode: node } };
}

function leaveIvrForRouting(state: StateOf<"inIvr">): StateOf<"routing"> {
  return { kind: "routing", course: leaveIvr(state), letGoBy: null };
}

// Senders without a word for leaving the IVR say so by the queue that the caller enters.
function leaveIvrForQueue(state: StateOf<"inIvr">, event: EventOf<"queueEntered">): StateOf<"waiting"> {
  return joinQueue(leaveIvrForRouting(state), event);
}

export const ROUTING_RULES: Rules<"routing"> = {
  ...ON_THE_LINE,
  ivrEntered: enterIvr,
  ivrKeyPressed: noteKey,
  queueEntered: joinQueue,
  transferCancelled: recall,
  agentHungUp: acceptLateHangUp,
  offerWithdrawn: acceptLateWithdrawal,
};

export const IN_IVR_RULES: Rules<"inIvr"> = {
  ...ON_THE_LINE,
  ivrEntered: enterNextNode,
  ivrKeyPressed: noteKey,
  ivrLeft: leaveIvrForRouting,
  queueEntered: leaveIvrForQueue,
  agentHungUp: acceptLateHangUp,
};
