import { isWrappingUp } from "@/server/domain/calls/every-state";
import { agentOf } from "@/server/domain/calls/legs";
import type { BegunState, ConversationState, StateOf } from "@/server/domain/calls/state";
import { currentVisit } from "@/server/domain/calls/visits";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";

/** Somebody or something that takes part in a call: one line of its timeline. */
export type Lane =
  | { readonly kind: "caller" }
  | { readonly kind: "ivr" }
  | { readonly kind: "queue"; readonly skillGroupId: SkillGroupId }
  | { readonly kind: "agent"; readonly agentId: UserId }
  | { readonly kind: "outside" }
  | { readonly kind: "survey" };

/** What a lane is busy with. `consulted` is the colleague's side of a consultation. */
export type Activity =
  | "ivr"
  | "waiting"
  | "dialling"
  | "ringing"
  | "talking"
  | "holding"
  | "consulting"
  | "consulted"
  | "conferencing"
  | "transferring"
  | "outside"
  | "survey"
  | "wrapping";

export interface Occupancy {
  readonly lane: Lane;
  readonly activity: Activity;
  /** The visit of a wait, or the leg of an agent's activity; null elsewhere. */
  readonly visit: number | null;
  readonly leg: number | null;
}

/** Who is busy with this call in this state, and with what. */
export function occupanciesOf(state: BegunState): Occupancy[] {
  return [...stationOf(state), ...ringsOf(state), ...wrapUpsOf(state)];
}

function stationOf(state: BegunState): Occupancy[] {
  switch (state.kind) {
    case "routing":
    case "released":
    case "ended":
      return [];
    case "inIvr":
      return [busy({ kind: "caller" }, "ivr"), busy({ kind: "ivr" }, "ivr")];
    case "waiting":
    case "ringing": {
      const { ordinal: visit, skillGroupId } = currentVisit(state.course);
      return [
        busy({ kind: "caller" }, "waiting"),
        { ...busy({ kind: "queue", skillGroupId }, "waiting"), visit },
      ];
    }
    case "dialling":
      return [busy({ kind: "caller" }, "dialling")];
    case "talking":
    case "holding":
      return [busy({ kind: "caller" }, state.kind), ofLeg(state, state.leg, state.kind)];
    case "consulting":
    case "conferencing":
      return threeParties(state);
    case "transferring":
      return [busy({ kind: "caller" }, "transferring"), ...outsideRing(state)];
    case "outside":
      return [busy({ kind: "caller" }, "outside"), busy({ kind: "outside" }, "outside")];
    case "inSurvey":
      return [busy({ kind: "caller" }, "survey"), busy({ kind: "survey" }, "survey")];
  }
}

function threeParties(state: StateOf<"consulting" | "conferencing">): Occupancy[] {
  const withCustomer = state.kind === "conferencing" ? "conferencing" : "talking";
  const isHeld = state.kind === "consulting" && state.heldSince !== null;
  return [
    busy({ kind: "caller" }, isHeld ? "holding" : withCustomer),
    ofLeg(state, state.leg, isHeld ? "consulting" : withCustomer),
    ...thirdParty(state),
  ];
}

function thirdParty(state: StateOf<"consulting" | "conferencing">): Occupancy[] {
  const activity = state.kind === "conferencing" ? "conferencing" : "consulted";
  if (state.consulted === null) return outsideRing(state);
  if (state.consulted.kind === "agent") return [ofLeg(state, state.consulted.leg, activity)];
  return [busy({ kind: "outside" }, activity)];
}

function outsideRing({ to }: StateOf<"consulting" | "conferencing" | "transferring">): Occupancy[] {
  return to.kind === "number" ? [busy({ kind: "outside" }, "ringing")] : [];
}

function ringsOf({ course }: BegunState): Occupancy[] {
  return course.legs
    .filter(({ outcome }) => outcome === "ringing")
    .map(({ kind, agentId, ordinal }) => ({
      ...busy({ kind: "agent", agentId }, kind === "outbound" ? "dialling" : "ringing"),
      leg: ordinal,
    }));
}

function wrapUpsOf({ course }: BegunState): Occupancy[] {
  return course.legs
    .filter(isWrappingUp)
    .map(({ agentId, ordinal }) => ({ ...busy({ kind: "agent", agentId }, "wrapping"), leg: ordinal }));
}

function ofLeg({ course }: ConversationState, leg: number, activity: Activity): Occupancy {
  return { ...busy({ kind: "agent", agentId: agentOf(course, leg) }, activity), leg };
}

function busy(lane: Lane, activity: Activity): Occupancy {
  return { lane, activity, visit: null, leg: null };
}
