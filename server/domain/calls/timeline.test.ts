import { describe, expect, test } from "vitest";
import { AGENTS, eventsOf } from "@/server/domain/calls/life-notation";
import { type TimelineLane, timelineOf } from "@/server/domain/calls/timeline";

const nameOf = (agentId: string) => Object.entries(AGENTS).find(([, id]) => id === agentId)?.[0] ?? "";

/** A lane as one line: its name, then each stretch as "kind from-to outcome" in seconds. */
function drawn({ lane, stretches }: TimelineLane): string {
  const name = lane.kind === "agent" ? nameOf(lane.agentId) : lane.kind;
  const parts = stretches.map(({ kind, from, to, outcome }) =>
    [kind, `${from / 1000}-${to === null ? "" : to / 1000}`, outcome]
      .filter((part) => part !== null)
      .join(" "),
  );
  return `${name}: ${parts.join(", ")}`;
}

const draw = (life: string) => timelineOf(eventsOf(life))?.lanes.map(drawn);

const START = "0 callArrived, 0 ivrEntered welcome, 6 ivrLeft, 6 queueEntered Orders";
const WITH_ANA = `${START}, 8 agentOffered Ana, 11 agentAnswered Ana`;

describe("the timeline of a call", () => {
  test("draws who was busy with what, a lane each", () => {
    expect(
      draw(
        `${START}, 8 agentOffered Bo, 18 offerMissed Bo, 20 agentOffered Ana, 23 agentAnswered Ana,
         40 customerHeld Ana, 50 customerRetrieved Ana, 60 agentHungUp Ana, 60 surveyStarted,
         60 wrapUpStarted Ana, 70 callerHungUp, 90 wrapUpFinished Ana`,
      ),
    ).toEqual([
      "caller: ivr 0-6, waiting 6-23, talking 23-40, holding 40-50, talking 50-60, survey 60-70",
      "ivr: ivr 0-6",
      "queue: waiting 6-23 answered",
      "Bo: ringing 8-18 missed",
      "Ana: ringing 20-23 answered, talking 23-40, holding 40-50, talking 50-60 agent, wrapping 60-90",
      "survey: survey 60-70",
    ]);
  });

  test("draws an attended transfer with the first agent wrapping up beside the second", () => {
    expect(
      draw(
        `${WITH_ANA}, 20 consultStarted Ana Bo, 21 agentOffered Bo, 24 agentAnswered Bo,
         30 transferCompleted Ana, 30 wrapUpStarted Ana, 35 wrapUpFinished Ana, 40 callerHungUp`,
      ),
    ).toEqual([
      "caller: ivr 0-6, waiting 6-11, talking 11-20, holding 20-30, talking 30-40",
      "ivr: ivr 0-6",
      "queue: waiting 6-11 answered",
      "Ana: ringing 8-11 answered, talking 11-20, consulting 20-30 attended_transfer, wrapping 30-35",
      "Bo: ringing 21-24 answered, consulted 24-30, talking 30-40 caller",
    ]);
  });

  test("draws a cancelled transfer as hold of the agent who took the customer back", () => {
    expect(
      draw(`${WITH_ANA}, 20 transferStarted Ana 95588, 26 transferCancelled Ana, 36 callerHungUp`),
    ).toEqual([
      "caller: ivr 0-6, waiting 6-11, talking 11-20, transferring 20-26, talking 26-36",
      "ivr: ivr 0-6",
      "queue: waiting 6-11 answered",
      "Ana: ringing 8-11 answered, talking 11-20, holding 20-26, talking 26-36 caller",
      "outside: ringing 20-26",
    ]);
  });

  test("leaves what goes on open, and the latest instant says how far it has come", () => {
    const timeline = timelineOf(eventsOf(WITH_ANA));
    expect(timeline?.latestAt).toBe(11_000);
    expect(timeline?.lanes.map(drawn)).toContain("Ana: ringing 8-11 answered, talking 11-");
  });

  test("is absent while the beginning of the call has not been heard of", () => {
    expect(timelineOf(eventsOf("5 ivrEntered welcome"))).toBeNull();
  });
});
