import { describe, expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { AGENTS, eventsOf } from "@/server/domain/calls/life-notation";
import type { FoldedCall } from "@/server/domain/calls/record";

const seconds = (ms: number | null) => (ms === null ? "…" : String(ms / 1000));
const nameOf = (agentId: string | null) =>
  Object.entries(AGENTS).find(([, id]) => id === agentId)?.[0] ?? "nobody";

/** One line a call, one a visit (wait and outcome), one a leg (ring/talk/hold/wrap-up). */
function told({ call, visits, legs, anomalies }: FoldedCall): string[] {
  const ended = call.endedAt === null ? "" : ` ${seconds(call.endedAt - call.startedAt)} by ${call.endedBy}`;
  return [
    `${call.outcome}${ended}`,
    ...visits.map(({ waitMs, outcome, exit }) => `waited ${seconds(waitMs)} ${outcome} ${exit ?? ""}`.trim()),
    ...legs.map(
      ({ agentId, kind, outcome, end, ringMs, talkMs, holdMs, wrapUpMs }) =>
        `${nameOf(agentId)} ${kind} ${end ?? outcome} ${[ringMs, talkMs, holdMs, wrapUpMs].map(seconds).join("/")}`,
    ),
    ...anomalies.map(({ sourceId, reason }) => `${reason}: ${sourceId}`),
  ];
}

const IN_QUEUE = "0 callArrived, 2 ivrEntered welcome, 6 ivrLeft, 6 queueEntered Orders";
const WITH_ANA = `${IN_QUEUE}, 8 agentOffered Ana, 11 agentAnswered Ana`;
const OUTBOUND = "0 callPlaced Ana, 9 customerAnswered";
const answered = "waited 5 answered";

interface Case {
  readonly name: string;
  readonly life: string;
  readonly expected: readonly string[];
}

// biome-ignore format: one row a case, the expectation last.
const CASES: readonly Case[] = [
  { name: "still waiting",                  life: IN_QUEUE,                                                         expected: ["in_progress", "waited … waiting"] },
  { name: "still ringing",                  life: `${IN_QUEUE}, 8 agentOffered Ana`,                                expected: ["in_progress", "waited … waiting", "Ana queue ringing …/…/…/…"] },
  { name: "hung up on arrival",             life: "0 callArrived, 1 callerHungUp",                                  expected: ["left_in_ivr 1 by caller"] },
  { name: "hung up in the IVR",             life: "0 callArrived, 2 ivrEntered welcome, 4 callerHungUp",            expected: ["left_in_ivr 4 by caller"] },
  { name: "closed",                         life: "0 callArrived, 2 ivrEntered welcome, 4 callEnded closed",        expected: ["turned_away 4 by system"] },
  { name: "served by a message",            life: "0 callArrived, 2 ivrEntered welcome, 9 callEnded message_played", expected: ["left_in_ivr 9 by system"] },
  { name: "failed",                         life: "0 callArrived, 1 callEnded failed",                              expected: ["failed 1 by system"] },
  { name: "disowned by the sender",         life: `${WITH_ANA}, 20 callerHungUp, 21 callEnded phantom`,             expected: ["phantom 20 by caller", answered, "Ana queue caller 3/9/0/…"] },
  { name: "abandoned",                      life: `${IN_QUEUE}, 11 callerHungUp`,                                   expected: ["abandoned 11 by caller", "waited 5 abandoned"] },
  { name: "abandoned below the threshold",  life: `${IN_QUEUE}, 10 callerHungUp`,                                   expected: ["short_abandoned 10 by caller", "waited 4 short_abandoned"] },
  { name: "abandoned while ringing",        life: `${IN_QUEUE}, 8 agentOffered Ana, 30 callerHungUp`,               expected: ["abandoned 30 by caller", "waited 24 abandoned", "Ana queue withdrawn 22/…/…/…"] },
  { name: "answered, caller hangs up",      life: `${WITH_ANA}, 20 callerHungUp`,                                   expected: ["answered 20 by caller", answered, "Ana queue caller 3/9/0/…"] },
  { name: "answered, agent hangs up",       life: `${WITH_ANA}, 20 agentHungUp Ana`,                                expected: ["answered 20 by agent", answered, "Ana queue agent 3/9/0/…"] },
  { name: "answered without a ring told",   life: `${IN_QUEUE}, 6 agentAnswered Ana, 9 callerHungUp`,               expected: ["answered 9 by caller", "waited 0 answered", "Ana queue caller 0/3/0/…"] },
  { name: "wrap-up after the call",         life: `${WITH_ANA}, 20 callerHungUp, 20 wrapUpStarted Ana, 50 wrapUpFinished Ana`, expected: ["answered 20 by caller", answered, "Ana queue caller 3/9/0/30"] },
  { name: "missed, then rejected, then answered", life: `${IN_QUEUE}, 6 agentOffered Ana, 16 offerMissed Ana, 16 agentOffered Bo, 18 offerRejected Bo, 18 agentOffered Cy, 20 agentAnswered Cy, 30 callerHungUp`, expected: ["answered 30 by caller", "waited 14 answered", "Ana queue missed 10/…/…/…", "Bo queue rejected 2/…/…/…", "Cy queue caller 2/10/0/…"] },
  { name: "ring-all",                       life: `${IN_QUEUE}, 7 agentOffered Ana, 7 agentOffered Bo, 7 agentOffered Cy, 9 offerRejected Cy, 10 agentAnswered Bo, 10 offerWithdrawn Ana, 15 agentHungUp Bo`, expected: ["answered 15 by agent", "waited 4 answered", "Ana queue withdrawn 3/…/…/…", "Bo queue agent 3/5/0/…", "Cy queue rejected 2/…/…/…"] },
  { name: "overflow to another group",      life: `${IN_QUEUE}, 66 queueLeft overflowed, 66 queueEntered Returns, 70 agentAnswered Ana, 80 callerHungUp`, expected: ["answered 80 by caller", "waited 60 overflowed overflowed", "waited 4 answered", "Ana queue caller 0/10/0/…"] },
  { name: "timed out of the queue",         life: `${IN_QUEUE}, 66 queueLeft timed_out, 67 callEnded normal`,        expected: ["overflowed 67 by system", "waited 60 overflowed timed_out"] },
  { name: "asked to be called back",        life: `${IN_QUEUE}, 30 queueLeft callback_requested, 31 callerHungUp`,   expected: ["callback 31 by caller", "waited 24 callback callback_requested"] },
  { name: "the queue was full",             life: `${IN_QUEUE}, 6 callEnded queue_full`,                             expected: ["turned_away 6 by system", "waited 0 overflowed queue_full"] },
  { name: "hold, twice",                    life: `${WITH_ANA}, 20 customerHeld Ana, 25 customerRetrieved Ana, 30 customerHeld Ana, 37 callerHungUp`, expected: ["answered 37 by caller", answered, "Ana queue caller 3/14/12/…"] },
  { name: "blind transfer to an agent",     life: `${WITH_ANA}, 20 transferStarted Ana Bo, 21 agentOffered Bo, 24 agentAnswered Bo, 24 wrapUpStarted Ana, 30 wrapUpFinished Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue blind_transfer 3/9/0/6", "Bo transfer caller 3/16/0/…"] },
  { name: "blind transfer to a group",      life: `${WITH_ANA}, 20 transferStarted Ana Returns, 20 queueEntered Returns, 24 agentAnswered Bo, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "waited 4 answered", "Ana queue blind_transfer 3/9/0/…", "Bo queue caller 0/16/0/…"] },
  { name: "hung up during the transfer",    life: `${WITH_ANA}, 20 transferStarted Ana Returns, 20 queueEntered Returns, 29 callerHungUp`, expected: ["abandoned 29 by caller", answered, "waited 9 abandoned", "Ana queue blind_transfer 3/9/0/…"] },
  { name: "blind transfer cancelled",       life: `${WITH_ANA}, 20 transferStarted Ana Bo, 21 agentOffered Bo, 26 transferCancelled Ana, 36 callerHungUp`, expected: ["answered 36 by caller", answered, "Ana queue caller 3/19/6/…", "Bo transfer withdrawn 5/…/…/…"] },
  { name: "taken back from a queue",        life: `${WITH_ANA}, 20 transferStarted Ana Returns, 20 queueEntered Returns, 26 transferCancelled Ana, 36 callerHungUp`, expected: ["overflowed 36 by caller", answered, "waited 6 overflowed withdrawn", "Ana queue caller 3/19/6/…"] },
  { name: "taken back out of wrap-up",      life: `${WITH_ANA}, 20 transferStarted Ana Bo, 21 wrapUpStarted Ana, 26 transferCancelled Ana, 36 callerHungUp`, expected: ["answered 36 by caller", answered, "Ana queue blind_transfer 3/9/0/…", "Ana transfer caller 0/10/0/…"] },
  { name: "attended transfer",              life: `${WITH_ANA}, 20 consultStarted Ana Bo, 20 agentOffered Bo, 23 agentAnswered Bo, 30 transferCompleted Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue attended_transfer 3/9/10/…", "Bo transfer caller 3/17/0/…"] },
  { name: "attended before the answer",     life: `${WITH_ANA}, 20 consultStarted Ana Bo, 20 agentOffered Bo, 23 transferCompleted Ana, 25 agentAnswered Bo, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue attended_transfer 3/9/3/…", "Bo consult caller 5/15/0/…"] },
  { name: "attended transfer cancelled",    life: `${WITH_ANA}, 20 consultStarted Ana Bo, 20 agentOffered Bo, 23 agentAnswered Bo, 30 transferCancelled Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue caller 3/19/10/…", "Bo consult consult_ended 3/7/0/…"] },
  { name: "consultation",                   life: `${WITH_ANA}, 20 consultStarted Ana Bo, 20 agentOffered Bo, 23 agentAnswered Bo, 30 consultEnded Ana, 33 customerRetrieved Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue caller 3/16/13/…", "Bo consult consult_ended 3/7/0/…"] },
  { name: "toggling",                       life: `${WITH_ANA}, 20 consultStarted Ana 95588, 22 outsideAnswered, 25 customerRetrieved Ana, 28 customerHeld Ana, 30 outsideHungUp, 31 customerRetrieved Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue caller 3/21/8/…"] },
  { name: "hung up during a consultation",  life: `${WITH_ANA}, 20 consultStarted Ana Bo, 20 agentOffered Bo, 23 agentAnswered Bo, 30 callerHungUp`, expected: ["answered 30 by caller", answered, "Ana queue caller 3/9/10/…", "Bo consult consult_ended 3/7/0/…"] },
  { name: "conference, first agent leaves", life: `${WITH_ANA}, 20 consultStarted Ana Bo, 23 agentAnswered Bo, 30 conferenceStarted Ana, 35 agentHungUp Ana, 40 callerHungUp`, expected: ["answered 40 by caller", answered, "Ana queue agent 3/14/10/…", "Bo transfer caller 0/17/0/…"] },
  { name: "conference to the end",          life: `${WITH_ANA}, 20 consultStarted Ana 95588, 30 conferenceStarted Ana, 35 callerHungUp, 35 outsideHungUp`, expected: ["answered 35 by caller", answered, "Ana queue caller 3/14/10/…"] },
  { name: "handed to an outside number",    life: `${WITH_ANA}, 20 transferStarted Ana 95588, 25 outsideAnswered, 25 transferCompleted Ana, 60 outsideHungUp`, expected: ["answered 60 by system", answered, "Ana queue blind_transfer 3/9/0/…"] },
  { name: "outside number does not answer", life: `${WITH_ANA}, 20 transferStarted Ana 95588, 25 outsideHungUp, 25 transferCancelled Ana, 60 agentHungUp Ana`, expected: ["answered 60 by agent", answered, "Ana queue agent 3/44/5/…"] },
  { name: "survey",                         life: `${WITH_ANA}, 20 agentHungUp Ana, 20 surveyStarted, 24 surveyAnswered satisfied 5, 26 callerHungUp`, expected: ["answered 26 by caller", answered, "Ana queue agent 3/9/0/…"] },
  { name: "queue again after the agent",    life: `${WITH_ANA}, 20 agentHungUp Ana, 20 queueEntered Returns, 28 callerHungUp`, expected: ["abandoned 28 by caller", answered, "waited 8 abandoned", "Ana queue agent 3/9/0/…"] },
  { name: "outbound, answered",             life: `${OUTBOUND}, 20 callerHungUp, 20 wrapUpStarted Ana, 25 wrapUpFinished Ana`, expected: ["answered 20 by caller", "Ana outbound caller 9/11/0/5"] },
  { name: "outbound, not reached",          life: "0 callPlaced Ana, 30 customerNotReached no_answer, 30 wrapUpStarted Ana, 35 wrapUpFinished Ana", expected: ["not_reached 30 by system", "Ana outbound withdrawn 30/…/…/5"] },
  { name: "outbound, given up",             life: "0 callPlaced Ana, 12 agentHungUp Ana",                            expected: ["not_reached 12 by agent", "Ana outbound withdrawn 12/…/…/…"] },
  { name: "both channels report the end",   life: `${WITH_ANA}, 20 callerHungUp, 20 agentHungUp Ana, 20 callEnded normal`, expected: ["answered 20 by caller", answered, "Ana queue caller 3/9/0/…"] },
  { name: "an event that does not fit",     life: `${IN_QUEUE}, 8 customerHeld Ana, 11 callerHungUp`,                expected: ["abandoned 11 by caller", "waited 5 abandoned", "unexpected_event: event 5"] },
  { name: "an agent who has no leg",        life: `${WITH_ANA}, 15 customerHeld Bo, 20 callerHungUp`,                expected: ["answered 20 by caller", answered, "Ana queue caller 3/9/0/…", "unknown_agent_leg: event 7"] },
  { name: "a word nobody knows",            life: `${IN_QUEUE}, 7 unrecognised MusicChanged, 11 callerHungUp`,       expected: ["abandoned 11 by caller", "waited 5 abandoned"] },
  { name: "the beginning's clock is ahead", life: "3 callArrived, 2 ivrEntered welcome, 9 callerHungUp",             expected: ["left_in_ivr 6 by caller", "time_went_back: event 2"] },
  { name: "the beginning is missing",       life: "5 ivrEntered welcome",                                            expected: ["in_progress", "unexpected_event: event 1"] },
];

describe("the life of a call, folded", () => {
  test.each(CASES)("$name", ({ life, expected }) => {
    expect(told(foldCall(eventsOf(life)))).toEqual(expected);
  });

  test("within one second the order that the life allows is found", () => {
    const scrambled =
      "0 wrapUpStarted Ana, 0 callerHungUp, 0 agentOffered Ana, 0 agentAnswered Ana, 0 queueEntered Orders, 0 callArrived";
    expect(foldCall(eventsOf(scrambled))).toMatchObject({ call: { outcome: "answered" }, anomalies: [] });
  });

  test("line 9 comes before line 10", () => {
    const twoVisits = `${IN_QUEUE}, 7 unrecognised a, 7 unrecognised b, 7 unrecognised c, 7 unrecognised d, 9 queueLeft timed_out, 9 queueEntered Returns, 9 queueLeft key_pressed, 9 callEnded normal`;
    expect(foldCall(eventsOf(twoVisits)).visits.map(({ exit }) => exit)).toEqual([
      "timed_out",
      "key_pressed",
    ]);
  });

  test("a record of more events than any call can have is folded up to a bound, and the rest is told", () => {
    const rings = Array.from(
      { length: 6000 },
      (_, second) => `${second + 7} agentOffered Ana, ${second + 8} offerMissed Ana`,
    );
    const { legs, anomalies } = foldCall(eventsOf(`${IN_QUEUE}, ${rings.join(", ")}`));
    expect(legs.length).toBe(4998);
    expect(new Set(anomalies.map(({ reason }) => reason))).toEqual(new Set(["too_many_events"]));
    expect(anomalies.length).toBe(4 + 12_000 - 10_000);
  });

  test.each([
    ["where they entered it", "2 ivrEntered welcome", "welcome"],
    ["in the node that they were sent on to", "2 ivrEntered welcome, 3 ivrEntered menu", "menu"],
    ["where they pressed a key", "2 ivrEntered welcome, 3 ivrKeyPressed orders 1", "orders"],
    ["beyond their last key", "2 ivrEntered welcome, 3 ivrKeyPressed welcome 1, 3 ivrEntered menu", "menu"],
    ["nowhere, who never were in it", "3 queueEntered Orders", null],
  ])("a caller who leaves the IVR is said to have been %s", (_, told, exitNode) => {
    const { call } = foldCall(eventsOf(`0 callArrived, ${told}, 9 callerHungUp`));
    expect(call.exitNode).toBe(exitNode);
  });

  test("the call carries what the events said of the customer, keys, verification and survey", () => {
    const life = `0 callArrived, 1 ivrEntered welcome, 2 ivrKeyPressed welcome 1, 3 ivrKeyPressed orders 2, 4 verificationConcluded passed, 5 ivrLeft, 5 queueEntered Orders, 8 agentAnswered Ana, 20 surveyStarted, 22 surveyAnswered a 5, 23 surveyAnswered b 4, 24 callerHungUp`;
    expect(foldCall(eventsOf(life)).call).toMatchObject({
      customerNumber: "+8613800138000",
      province: "Beijing",
      keyTrack: "1-2",
      exitNode: "orders",
      verification: "passed",
      surveyScore: 4.5,
      answeredAt: 8000,
      ivrMs: 4000,
      waitMs: 3000,
      talkMs: 12_000,
      handleMs: 12_000,
    });
  });
});
