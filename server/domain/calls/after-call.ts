import { ON_THE_LINE } from "@/server/domain/calls/ending";
import {
  acceptLateHangUp,
  acceptLateWithdrawal,
  keepState,
  noteScore,
  ON_EVERY_CALL,
} from "@/server/domain/calls/every-state";
import { enterIvr } from "@/server/domain/calls/in-ivr";
import { joinQueue } from "@/server/domain/calls/in-queue";
import type { EventOf, StateOf } from "@/server/domain/calls/state";
import { type Refused, type Rules, UNEXPECTED_EVENT } from "@/server/domain/calls/step";

function startSurvey({ course }: StateOf<"released">): StateOf<"inSurvey"> {
  return { kind: "inSurvey", course };
}

function rejoinQueue(state: StateOf<"released">, event: EventOf<"queueEntered">): StateOf<"waiting"> {
  return joinQueue({ course: state.course, letGoBy: null }, event);
}

function confirmEnd({ course, end }: StateOf<"released">): StateOf<"ended"> {
  return { kind: "ended", course, end };
}

function closeReleased({ course, end }: StateOf<"released">, event: EventOf<"callEnded">): StateOf<"ended"> {
  return { kind: "ended", course, end: { ...end, cause: event.cause } };
}

function acceptOtherSide(state: StateOf<"ended">): StateOf<"ended"> | Refused {
  return state.end.by === "caller" ? UNEXPECTED_EVENT : state;
}

// The sender may close its record after the hang-up, and may disown it even then.
function noteCause(state: StateOf<"ended">, { cause }: EventOf<"callEnded">): StateOf<"ended"> | Refused {
  if (state.end.cause !== null && cause !== "phantom") return UNEXPECTED_EVENT;
  return { ...state, end: { ...state.end, cause } };
}

export const IN_SURVEY_RULES: Rules<"inSurvey"> = {
  ...ON_THE_LINE,
  surveyAnswered: noteScore,
  agentHungUp: acceptLateHangUp,
};

export const RELEASED_RULES: Rules<"released"> = {
  ...ON_EVERY_CALL,
  ivrEntered: enterIvr,
  queueEntered: rejoinQueue,
  surveyStarted: startSurvey,
  offerWithdrawn: acceptLateWithdrawal,
  agentHungUp: acceptLateHangUp,
  callerHungUp: confirmEnd,
  callEnded: closeReleased,
};

export const ENDED_RULES: Rules<"ended"> = {
  ...ON_EVERY_CALL,
  surveyAnswered: noteScore,
  offerWithdrawn: acceptLateWithdrawal,
  outsideHungUp: keepState,
  agentHungUp: acceptLateHangUp,
  callerHungUp: acceptOtherSide,
  callEnded: noteCause,
};
