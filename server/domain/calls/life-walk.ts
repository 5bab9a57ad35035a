import type { CallEvent } from "@/server/domain/calls/event";
import { AGENTS, eventsOf, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { type CallState, NEW_CALL } from "@/server/domain/calls/state";
import { transition } from "@/server/domain/calls/transition";

const agents = Object.keys(AGENTS);
const groups = Object.keys(SKILL_GROUPS);
const targets = [...agents, ...groups, "95588"];
const byAgent = (type: string) => agents.map((agent) => `${type} ${agent}`);
const toTarget = (type: string) => byAgent(type).flatMap((start) => targets.map((to) => `${start} ${to}`));

/** Every event that can be said of these agents, groups and numbers, without its instant. */
const SENTENCES: readonly string[] = [
  "callArrived",
  ...byAgent("callPlaced"),
  "customerAnswered",
  "customerNotReached busy",
  "ivrEntered menu",
  "ivrKeyPressed menu 1",
  "ivrKeyPressed menu #",
  "ivrLeft",
  "verificationConcluded passed",
  "verificationConcluded failed",
  ...groups.map((group) => `queueEntered ${group}`),
  "queueLeft overflowed",
  "queueLeft timed_out",
  "queueLeft callback_requested",
  ...["agentOffered", "offerMissed", "offerRejected", "offerWithdrawn", "agentAnswered"].flatMap(byAgent),
  ...["customerHeld", "customerRetrieved", "consultEnded", "conferenceStarted"].flatMap(byAgent),
  ...["consultStarted", "transferStarted"].flatMap(toTarget),
  ...["transferCompleted", "transferCancelled"].flatMap(byAgent),
  "outsideAnswered",
  "outsideHungUp",
  "surveyStarted",
  "surveyAnswered satisfied 5",
  ...["wrapUpStarted", "wrapUpFinished", "agentHungUp"].flatMap(byAgent),
  "callerHungUp",
  "callEnded normal",
  "callEnded closed",
  "callEnded failed",
  "unrecognised Music",
];

/** Each of them at instant 0. */
export const POSSIBLE_EVENTS: readonly CallEvent[] = SENTENCES.flatMap((sentence) =>
  eventsOf(`0 ${sentence}`),
);

export interface Choice {
  /** Which of the events that the state allows, counted round. */
  readonly pick: number;
  readonly delayMs: number;
}

/**
 * The events of one call as a faultless phone system would send them, in order: each choice picks among
 * those that the life of the call allows. For tests that need lives of every kind.
 */
export function walkLife(choices: readonly Choice[]): CallEvent[] {
  const events: CallEvent[] = [];
  let state: CallState = NEW_CALL;
  let at = 0;
  for (const { pick, delayMs } of choices) {
    at += delayMs;
    const steps = POSSIBLE_EVENTS.flatMap((template) => {
      const event: CallEvent = { ...template, at, sourceId: `event ${events.length + 1}` };
      const step = transition(state, event);
      return step.ok ? [{ event, state: step.state }] : [];
    });
    const next = steps[pick % steps.length];
    if (next === undefined) continue;
    events.push(next.event);
    state = next.state;
  }
  return events;
}
