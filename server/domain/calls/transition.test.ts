import { describe, expect, test } from "vitest";
import { CallEvent, type CallEventType } from "@/server/domain/calls/event";
import { live } from "@/server/domain/calls/fold";
import { eventsOf } from "@/server/domain/calls/life-notation";
import type { CallState, CallStateKind } from "@/server/domain/calls/state";
import { LIFE_OF_A_CALL, transition } from "@/server/domain/calls/transition";

// Every state met by every event. A cell names the states that can follow, "=" the same state, and "."
// that the event is forbidden there. N new, R routing, I inIvr, W waiting, O ringing (offered),
// D dialling, T talking, H holding, C consulting, F conferencing, X transferring, E outside (external),
// S inSurvey, L released (line let go), Z ended.
const EXPECTED = `
                      N R I W O  D T  H  C    F   X E S L Z
callArrived           R . . . .  . .  .  .    .   . . . . .
callPlaced            D . . . .  . .  .  .    .   . . . . .
customerAnswered      . . . . .  T .  .  .    .   . . . . .
customerNotReached    . . . . .  Z .  .  .    .   . . . . .
ivrEntered            . I = . .  . .  .  .    .   I . . I .
ivrKeyPressed         . = = = =  . .  .  .    .   . . . . .
ivrLeft               . . R . .  . .  .  .    .   . . . . .
verificationConcluded . = = = =  . =  =  =    =   = = = . .
queueEntered          . W W . .  . .  .  .    .   W . . W .
queueLeft             . . . R R  . .  .  .    .   . . . . .
agentOffered          . . . O =  . .  .  =    .   = . . . .
offerMissed           . . . . W= . .  .  =    .   = . . . .
offerRejected         . . . . W= . .  .  =    .   = . . . .
offerWithdrawn        . = . = W= . =  =  =    =   = . . = =
agentAnswered         . . . T T  . .  .  =    .   T . . . .
customerHeld          . . . . .  . H  .  =    C   . . . . .
customerRetrieved     . . . . .  . .  T  =    .   . . . . .
consultStarted        . . . . .  . C  C  .    .   . . . . .
consultEnded          . . . . .  . .  .  TH   T   . . . . .
conferenceStarted     . . . . .  . .  .  F    .   . . . . .
transferStarted       . . . . .  . X  X  .    .   . . . . .
transferCompleted     . . . . .  . .  .  TXE  TE  E = . . .
transferCancelled     . T . T T  . .  .  T    .   T . . . .
outsideAnswered       . . . . .  . .  .  =    .   E = . . .
outsideHungUp         . . . . .  . .  .  H    T   R L . . =
surveyStarted         . . . . .  . S  S  .    .   . . . S .
surveyAnswered        . . . . .  . .  .  .    .   . . = . =
wrapUpStarted         . = = = =  . =  =  =    =   = = = = =
wrapUpFinished        . = = = =  . =  =  =    =   = = = = =
agentHungUp           . = = = =  Z =L =L =HTL =TE = = = = =
callerHungUp          . Z Z Z Z  . Z  Z  Z    Z   Z Z Z Z =
callEnded             . Z Z Z Z  Z Z  Z  Z    Z   Z Z Z Z =
unrecognised          = = = = =  = =  =  =    =   = = = = =`;

const STATES = [
  ["N", "new"],
  ["R", "routing"],
  ["I", "inIvr"],
  ["W", "waiting"],
  ["O", "ringing"],
  ["D", "dialling"],
  ["T", "talking"],
  ["H", "holding"],
  ["C", "consulting"],
  ["F", "conferencing"],
  ["X", "transferring"],
  ["E", "outside"],
  ["S", "inSurvey"],
  ["L", "released"],
  ["Z", "ended"],
] as const;

const letterOf = (kind: CallStateKind) => STATES.find(([, known]) => known === kind)?.[0] ?? "?";

// Cy has wrapped up, or is wrapping up, an earlier part of the call; Ana has the customer; Bo helps.
const AFTER_CY = "0 callArrived, 1 queueEntered Orders, 2 agentAnswered Cy, 3 agentHungUp Cy";
const BEGINNINGS = ["0 callArrived", AFTER_CY, `${AFTER_CY}, 3 wrapUpStarted Cy`];
const queued = "6 queueEntered Orders";
const offered = `${queued}, 8 agentOffered Bo, 8 agentOffered Ana`;
const answered = `${offered}, 11 agentAnswered Ana`;
const toGroup = `${answered}, 20 transferStarted Ana Returns, 21 queueEntered Returns`;
const consulting = `${answered}, 20 consultStarted Ana Bo, 21 agentOffered Bo, 21 agentOffered Cy`;
const outside = `${answered}, 20 transferStarted Ana 95588`;

const WAYS: Readonly<Record<Exclude<CallStateKind, "new" | "dialling">, readonly string[]>> = {
  routing: [
    "5 ivrEntered menu, 6 ivrLeft",
    `${offered}, 9 queueLeft timed_out`,
    `${outside}, 21 outsideHungUp`,
  ],
  inIvr: ["5 ivrEntered menu"],
  waiting: [queued, toGroup, `${queued}, 8 agentOffered Ana, 9 offerWithdrawn Ana`],
  ringing: [`${queued}, 8 agentOffered Ana`, offered, `${toGroup}, 22 agentOffered Bo`],
  talking: [answered],
  holding: [`${answered}, 20 customerHeld Ana`],
  consulting: [
    `${answered}, 20 consultStarted Ana Bo`,
    consulting,
    `${consulting}, 22 agentAnswered Bo`,
    `${consulting}, 22 agentAnswered Bo, 25 customerRetrieved Ana`,
    `${answered}, 20 consultStarted Ana 95588, 22 outsideAnswered`,
  ],
  conferencing: [
    `${consulting}, 22 agentAnswered Bo, 25 conferenceStarted Ana`,
    `${answered}, 20 consultStarted Ana 95588, 22 conferenceStarted Ana`,
  ],
  transferring: [`${answered}, 20 transferStarted Ana Bo, 21 agentOffered Bo`, outside],
  outside: [`${outside}, 21 outsideAnswered`],
  inSurvey: [`${answered}, 20 surveyStarted`],
  released: [`${answered}, 20 agentHungUp Ana`],
  ended: [`${answered}, 20 callerHungUp`, `${answered}, 20 callEnded normal`],
};

function representativesOf(kind: CallStateKind): CallState[] {
  if (kind === "new") return [{ kind: "new" }];
  if (kind === "dialling") return [live(eventsOf("0 callPlaced Ana"), () => {}).state];
  return BEGINNINGS.flatMap((beginning) =>
    WAYS[kind].map((way) => live(eventsOf(`${beginning}, ${way}`), () => {}).state),
  );
}

const WORDS: Partial<Record<CallEventType, readonly string[]>> = {
  callArrived: [""],
  customerAnswered: [""],
  customerNotReached: ["busy"],
  ivrEntered: ["menu"],
  ivrKeyPressed: ["menu 1"],
  ivrLeft: [""],
  verificationConcluded: ["passed"],
  queueEntered: ["Orders"],
  queueLeft: ["timed_out"],
  consultStarted: ["Ana Bo"],
  transferStarted: ["Ana Bo"],
  outsideAnswered: [""],
  outsideHungUp: [""],
  surveyStarted: [""],
  surveyAnswered: ["satisfied 5"],
  callerHungUp: [""],
  callEnded: ["normal"],
  unrecognised: ["Music"],
};

const eventsOfType = (type: CallEventType) =>
  (WORDS[type] ?? ["Ana", "Bo", "Cy"]).flatMap((words) => eventsOf(`99 ${type} ${words}`));

function successors(kind: CallStateKind, type: CallEventType): string {
  const met = new Set<string>();
  for (const state of representativesOf(kind)) {
    expect(state.kind).toBe(kind);
    for (const event of eventsOfType(type)) {
      const step = transition(state, event);
      if (step.ok) met.add(step.state.kind === kind ? "=" : letterOf(step.state.kind));
    }
  }
  return met.size === 0 ? "." : [...met].toSorted().join("");
}

const sortedLetters = (cell: string) => [...cell].toSorted().join("");
const [head = "", ...rows] = EXPECTED.trim().split("\n");
const TYPES = CallEvent.options.map((option) => option.shape.type.value);

describe("every state met by every event", () => {
  test("the table names every state and every event once", () => {
    expect(head.trim().split(/\s+/)).toEqual(STATES.map(([letter]) => letter));
    expect(STATES.map(([, kind]) => kind).toSorted()).toEqual(Object.keys(LIFE_OF_A_CALL).toSorted());
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual(TYPES);
  });

  test.each(TYPES)("%s", (type) => {
    const [, ...cells] = rows.find((row) => row.startsWith(`${type} `))?.split(/\s+/) ?? [];
    const expected = STATES.map(([, kind], index) => `${kind} ${sortedLetters(cells[index] ?? "")}`);
    expect(STATES.map(([, kind]) => `${kind} ${successors(kind, type)}`)).toEqual(expected);
  });

  test.each(STATES)("%s: a forbidden pair is absent, and a pair that is present can happen", (_, kind) => {
    const present = TYPES.filter((type) => type in LIFE_OF_A_CALL[kind]);
    expect(present).toEqual(TYPES.filter((type) => successors(kind, type) !== "."));
  });
});

describe("a step", () => {
  const talking = () => live(eventsOf(`0 callArrived, ${answered}`), () => {}).state;

  test("never changes the state it is given", () => {
    const state = talking();
    const copy = structuredClone(state);
    for (const event of eventsOf("20 customerHeld Ana, 20 transferStarted Ana Bo, 20 callerHungUp")) {
      transition(state, event);
    }
    expect(state).toEqual(copy);
  });

  test("an event from before the latest instant takes effect at the latest instant, and says so", () => {
    const [hangUp] = eventsOf("5 callerHungUp");
    const step = hangUp === undefined ? undefined : transition(talking(), hangUp);
    expect(step).toMatchObject({ ok: true, timeWentBack: true, state: { end: { at: 11_000 } } });
  });

  test("only the agent who has the customer may hold, consult, transfer", () => {
    for (const event of eventsOf("20 customerHeld Bo, 20 consultStarted Bo Ana, 20 transferStarted Bo Ana")) {
      expect(transition(talking(), event)).toEqual({ ok: false, reason: "unknown_agent_leg" });
    }
  });
});
