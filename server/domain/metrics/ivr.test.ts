import { expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { eventsOf } from "@/server/domain/calls/life-notation";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { answeredAfterIvr, ivrTime, leftInIvr } from "@/server/domain/metrics/ivr";
import { tallyOf } from "@/server/domain/metrics/tally-facts";

const tallyOfLives = (...lives: string[]) =>
  tallyOf(
    "call",
    lives.flatMap((life) => factsOfCall(foldCall(eventsOf(life))).calls),
  );

test("shares are of the calls that were in the IVR, whatever else was called", () => {
  const tally = tallyOfLives(
    "0 callArrived, 0 ivrEntered menu, 10 callerHungUp",
    "0 callArrived, 0 ivrEntered menu, 30 queueEntered Orders, 35 agentOffered Ana, 40 agentAnswered Ana, 50 callerHungUp",
    "0 callArrived, 0 ivrEntered menu, 20 queueEntered Orders, 60 callerHungUp",
    "0 callArrived, 0 ivrEntered menu, 20 queueEntered Orders, 90 callerHungUp",
    "0 callArrived, 5 callerHungUp",
    "0 callArrived, 0 queueEntered Orders, 5 agentOffered Ana, 9 agentAnswered Ana, 50 callerHungUp",
    "0 callArrived, 0 ivrEntered menu, 2 callEnded phantom",
  );
  expect(leftInIvr(tally)).toEqual({ part: 1, whole: 4, share: 0.25 });
  expect(answeredAfterIvr(tally)).toMatchObject({ part: 1, whole: 4 });
  expect(ivrTime(tally)).toMatchObject({ n: 4, meanMs: 20_000 });
});

test("of no calls in the IVR no share is said", () => {
  const tally = tallyOfLives("0 callArrived, 5 callerHungUp");
  expect([leftInIvr(tally), answeredAfterIvr(tally), ivrTime(tally)]).toEqual([null, null, null]);
});
