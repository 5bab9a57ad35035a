import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";
import { eventsOf, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { countOf, histogramOf } from "@/server/domain/metrics/log-histogram";
import { overflowPaths } from "@/server/domain/metrics/overflow-paths";
import { tallyOf } from "@/server/domain/metrics/tally-facts";

const visitsOf = (...lives: string[]) =>
  lives.flatMap((life) => factsOfCall(foldCall(eventsOf(life))).visits);

test("a path leads from the group that was left to the one that was entered next", () => {
  const { Orders, Returns } = SKILL_GROUPS;
  const onward = "0 callArrived, 0 queueEntered Orders, 20 queueLeft overflowed, 20 queueEntered Returns";
  const facts = visitsOf(
    `${onward}, 50 queueLeft timed_out, 50 callerHungUp`,
    `${onward}, 30 callerHungUp`,
    "0 callArrived, 0 queueEntered Orders, 9 callerHungUp",
  );
  expect(overflowPaths(facts)).toEqual([
    { from: Orders, to: Returns, count: 2, waitMs: 40_000, waits: histogramOf([20_000, 20_000]) },
    { from: Returns, to: null, count: 1, waitMs: 30_000, waits: histogramOf([30_000]) },
  ]);
});

test("each overflowed visit is on exactly one path", () => {
  const lives = fc.array(
    fc.array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" }).map((numbers) => lifeFrom(numbers)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lives, (calls) => {
      const facts = calls.flatMap((events) => factsOfCall(foldCall(events)).visits);
      const paths = overflowPaths(facts);
      const total = paths.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBe(tallyOf("visit", facts).overflowed);
      expect(paths.every(({ count, waits }) => countOf(waits) === count)).toBe(true);
    }),
    { seed: 20_261_125, numRuns: 100 },
  );
});
