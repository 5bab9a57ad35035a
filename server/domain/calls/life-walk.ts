import type { CallEvent, CallEventType } from "@/server/domain/calls/event";
import { AGENTS, eventsOf, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { type CallState, NEW_CALL } from "@/server/domain/calls/state";
import { transition } from "@/server/domain/calls/transition";
import type { Instant } from "@/server/domain/instant";

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

/** What takes the customer away is drawn rarely, so that lives get long enough to hold everything. */
const RARE: ReadonlySet<CallEventType> = new Set(["callerHungUp", "callEnded", "agentHungUp", "queueLeft"]);
const TICKETS = 6;

interface OpenStep {
  readonly event: CallEvent;
  readonly state: CallState;
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
    const step = choose(openSteps(state, at, `event ${events.length + 1}`), pick);
    if (step === undefined) continue;
    events.push(step.event);
    state = step.state;
  }
  return events;
}

function openSteps(state: CallState, at: Instant, sourceId: string): OpenStep[] {
  return POSSIBLE_EVENTS.flatMap((template) => {
    const event: CallEvent = { ...template, at, sourceId };
    const step = transition(state, event);
    return step.ok ? [{ event, state: step.state }] : [];
  });
}

/** First the kind of event, then whom it names: else the events that name agents would crowd out the others. */
function choose(steps: readonly OpenStep[], pick: number): OpenStep | undefined {
  const types = [...new Set(steps.map(({ event }) => event.type))];
  const tickets = types.flatMap((type) => Array.from({ length: RARE.has(type) ? 1 : TICKETS }, () => type));
  const type = tickets[pick % tickets.length];
  const ofType = steps.filter(({ event }) => event.type === type);
  return ofType[Math.floor(pick / tickets.length) % ofType.length];
}
