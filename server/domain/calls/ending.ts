import { noteVerification, ON_EVERY_CALL } from "@/server/domain/calls/every-state";
import { endLeg, withdrawOffers } from "@/server/domain/calls/legs";
import type { LegEnd } from "@/server/domain/calls/record";
import type { ConversationState, Course, EventOf, LiveState, StateOf } from "@/server/domain/calls/state";
import { abandonVisit, exitVisit } from "@/server/domain/calls/visits";

interface Leaving {
  /** What ends the conversations that go on. */
  readonly legEnd: LegEnd;
  /** How an open queue visit is closed. */
  readonly closeVisit: (course: Course) => Course;
}

function hangUpCaller(state: LiveState): StateOf<"ended"> {
  const course = leaveStation(state, { legEnd: "caller", closeVisit: abandonVisit });
  return { kind: "ended", course, end: { at: course.latestAt, by: "caller", cause: null } };
}

/** The sender closes the call of itself. Whoever still waited was turned out of the queue, not impatient. */
export function endBySystem(state: LiveState, { cause }: EventOf<"callEnded">): StateOf<"ended"> {
  const exit = cause === "queue_full" ? "queue_full" : "withdrawn";
  const closeVisit = (course: Course) => exitVisit(course, exit);
  const course = leaveStation(state, { legEnd: "system", closeVisit });
  return { kind: "ended", course, end: { at: course.latestAt, by: "system", cause } };
}

function leaveStation(state: LiveState, leaving: Leaving): Course {
  switch (state.kind) {
    case "routing":
    case "outside":
    case "inSurvey":
      return state.course;
    case "inIvr":
      return leaveIvr(state);
    case "waiting":
    case "ringing":
      return withdrawOffers(leaving.closeVisit(state.course));
    case "dialling":
    case "transferring":
      return withdrawOffers(state.course);
    case "talking":
    case "holding":
    case "consulting":
    case "conferencing":
      return endConversation(state, leaving.legEnd);
  }
}

/** Ends the stay in the IVR: its time, in ms, is added to that of earlier stays. */
export function leaveIvr({ course, since }: StateOf<"inIvr">): Course {
  return { ...course, ivrMs: course.ivrMs + course.latestAt - since };
}

/** Ends the agent's leg with the customer, and that of a colleague who was consulted or in conference. */
export function endConversation(state: ConversationState, as: LegEnd): Course {
  const course = endLeg(state.course, state.leg, { as, heldMs: heldMsOf(state) });
  switch (state.kind) {
    case "talking":
    case "holding":
      return course;
    case "consulting":
      return endConsulted({ ...state, course }, "consult_ended");
    case "conferencing":
      return endConsulted({ ...state, course }, as);
  }
}

/** Ends the part of the third party: a ring that goes on is withdrawn, the leg of a colleague ends as named. */
export function endConsulted(state: StateOf<"consulting" | "conferencing">, as: LegEnd): Course {
  const course = withdrawOffers(state.course);
  if (state.consulted?.kind !== "agent") return course;
  return endLeg(course, state.consulted.leg, { as, heldMs: 0 });
}

/** The hold of the conversation up to its latest instant. */
export function heldMsOf(state: ConversationState): number {
  switch (state.kind) {
    case "talking":
    case "conferencing":
      return state.heldMs;
    case "holding":
    case "consulting":
      return state.heldSince === null ? state.heldMs : state.heldMs + state.course.latestAt - state.heldSince;
  }
}

export const ON_THE_LINE = {
  ...ON_EVERY_CALL,
  verificationConcluded: noteVerification,
  callerHungUp: hangUpCaller,
  callEnded: endBySystem,
} as const;
