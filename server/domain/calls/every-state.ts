import { hasEndedLeg, replaceLeg } from "@/server/domain/calls/legs";
import type { Leg } from "@/server/domain/calls/record";
import type { BegunState, CallState, Course, EventOf } from "@/server/domain/calls/state";
import { type Refused, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";

// Rules that many states share because they do not depend on which station has the customer.

function withCourse<State extends BegunState>(state: State, course: Course): State {
  return { ...state, course };
}

/** For events that are kept and change nothing. */
export function keepState<State extends CallState>(state: State): State {
  return state;
}

/** The last result holds: an agent may verify a caller whom the IVR could not. */
export function noteVerification<State extends BegunState>(
  state: State,
  event: EventOf<"verificationConcluded">,
): State {
  return withCourse(state, { ...state.course, verification: event.result });
}

/** Lengthens the key track; the node in which the key was pressed is the one where the caller is. */
export function noteKey<State extends BegunState>(state: State, event: EventOf<"ivrKeyPressed">): State {
  const { course } = state;
  const key = { ordinal: course.keys.length + 1, node: event.node, key: event.key, at: course.latestAt };
  return withCourse(state, { ...course, keys: [...course.keys, key], ivrNode: event.node });
}

/** Keeps an answer of the survey after those before it. */
export function noteScore<State extends BegunState>(state: State, event: EventOf<"surveyAnswered">): State {
  return withCourse(state, { ...state.course, scores: [...state.course.scores, event.score] });
}

/** Wrap-up belongs to the agent's own leg and runs on whatever the customer does meanwhile. */
function startWrapUp<State extends BegunState>(
  state: State,
  event: EventOf<"wrapUpStarted">,
): State | Refused {
  const { course } = state;
  const leg = course.legs.findLast((leg) => leg.agentId === event.agentId && awaitsWrapUp(leg));
  if (leg === undefined) return UNKNOWN_AGENT_LEG;
  return withCourse(state, replaceLeg(course, { ...leg, wrapUpStartedAt: course.latestAt }));
}

// An agent whose outbound call reached nobody has work after it too.
function awaitsWrapUp(leg: Leg): boolean {
  const worked = leg.answeredAt !== null || leg.kind === "outbound";
  return worked && leg.endedAt !== null && leg.wrapUpStartedAt === null;
}

function finishWrapUp<State extends BegunState>(
  state: State,
  event: EventOf<"wrapUpFinished">,
): State | Refused {
  const { course } = state;
  const leg = course.legs.findLast((leg) => leg.agentId === event.agentId && isWrappingUp(leg));
  if (leg === undefined || leg.wrapUpStartedAt === null) return UNKNOWN_AGENT_LEG;
  const wrapUpMs = course.latestAt - leg.wrapUpStartedAt;
  return withCourse(state, replaceLeg(course, { ...leg, wrapUpEndedAt: course.latestAt, wrapUpMs }));
}

/** Whether the agent of a leg is at the work after it, at the latest instant that is told. */
export function isWrappingUp(leg: Leg): boolean {
  return leg.wrapUpStartedAt !== null && leg.wrapUpEndedAt === null;
}

/** Many senders report the hang-up of each channel: a second word about a part that is over changes nothing. */
export function acceptLateHangUp<State extends BegunState>(
  state: State,
  event: EventOf<"agentHungUp">,
): State | Refused {
  return hasEndedLeg(state.course, event.agentId) ? state : UNKNOWN_AGENT_LEG;
}

/** Ring-all senders withdraw each offer by name after the answer or hang-up that withdrew them all. */
export function acceptLateWithdrawal<State extends BegunState>(
  state: State,
  event: EventOf<"offerWithdrawn">,
): State | Refused {
  const known = state.course.legs.some((leg) => leg.agentId === event.agentId && leg.outcome === "withdrawn");
  return known ? state : UNKNOWN_AGENT_LEG;
}

export const ON_EVERY_CALL = {
  unrecognised: keepState,
  wrapUpStarted: startWrapUp,
  wrapUpFinished: finishWrapUp,
} as const;
