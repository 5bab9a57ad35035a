import { endBySystem } from "@/server/domain/calls/ending";
import { keepState } from "@/server/domain/calls/every-state";
import { agentOf, answerLeg, openLeg, withdrawOffers } from "@/server/domain/calls/legs";
import type { Course, EndedBy, EventOf, Party, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNKNOWN_AGENT_LEG } from "@/server/domain/calls/step";
import type { Instant } from "@/server/domain/instant";

function arrive(_: StateOf<"new">, event: EventOf<"callArrived">): StateOf<"routing"> {
  return { kind: "routing", course: begin(event, "inbound"), letGoBy: null };
}

function place(_: StateOf<"new">, event: EventOf<"callPlaced">): StateOf<"dialling"> {
  const origin = { kind: "outbound", visitOrdinal: null, skillGroupId: null } as const;
  return { kind: "dialling", ...openLeg(begin(event, "outbound"), event.agentId, origin) };
}

function begin(event: EventOf<"callArrived" | "callPlaced">, direction: Course["direction"]): Course {
  const { customerNumber, customerName, customerRef, lineNumber, place, at } = event;
  return beginCourse(at, direction, { customerNumber, customerName, customerRef, lineNumber, place });
}

/** A call to which nothing has happened but its start. */
export function beginCourse(startedAt: Instant, direction: Course["direction"], party: Party): Course {
  return {
    direction,
    party,
    startedAt,
    latestAt: startedAt,
    verification: null,
    ivrMs: 0,
    visits: [],
    legs: [],
    ivrNode: null,
    keys: [],
    scores: [],
  };
}

function reachCustomer({ course, leg }: StateOf<"dialling">): StateOf<"talking"> {
  return { kind: "talking", course: answerLeg(course, leg), leg, heldMs: 0 };
}

function missCustomer(state: StateOf<"dialling">): StateOf<"ended"> {
  return giveUpDialling(state, "system");
}

function hangUpWhileDialling(
  state: StateOf<"dialling">,
  event: EventOf<"agentHungUp">,
): StateOf<"ended"> | Refused {
  if (agentOf(state.course, state.leg) !== event.agentId) return UNKNOWN_AGENT_LEG;
  return giveUpDialling(state, "agent");
}

function giveUpDialling(state: StateOf<"dialling">, by: EndedBy): StateOf<"ended"> {
  const course = withdrawOffers(state.course);
  return { kind: "ended", course, end: { at: course.latestAt, by, cause: null } };
}

export const NEW_RULES: Rules<"new"> = {
  callArrived: arrive,
  callPlaced: place,
  unrecognised: keepState,
};

export const DIALLING_RULES: Rules<"dialling"> = {
  unrecognised: keepState,
  customerAnswered: reachCustomer,
  customerNotReached: missCustomer,
  agentHungUp: hangUpWhileDialling,
  callEnded: endBySystem,
};
