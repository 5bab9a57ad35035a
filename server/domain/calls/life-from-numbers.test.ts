import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWrappingUp } from "@/server/domain/calls/every-state";
import { foldCall } from "@/server/domain/calls/fold";
import { lifeFrom } from "@/server/domain/calls/life-from-numbers";
import {
  CallDirection,
  CallOutcome,
  type FoldedCall,
  LegEnd,
  LegKind,
  LegOutcome,
  VisitOutcome,
} from "@/server/domain/calls/record";

const numbers = fc.array(fc.nat(), { minLength: 4, maxLength: 120, size: "max" });
const calls = fc.sample(numbers.map(lifeFrom), { seed: 20_261_123, numRuns: 600 }).map(foldCall);

const visits = calls.flatMap((call) => call.visits);
const legs = calls.flatMap((call) => call.legs);

describe("among generated calls there is", () => {
  test.each<[string, (call: FoldedCall) => boolean]>([
    ["one with three visits", ({ call }) => call.visitCount >= 3],
    ["one in the IVR", ({ call }) => call.ivrMs > 0],
    ["one with two transfers", ({ call }) => call.transferCount >= 2],
    ["one whose agent still wraps up", (call) => call.legs.some(isWrappingUp)],
    ["one across a UTC midnight", ({ call }) => dayOf(call.startedAt) < dayOf(call.endedAt ?? 0)],
    ["one without a number", ({ call }) => call.customerNumber === null],
    ["one with an empty province", ({ call }) => call.province === ""],
  ])("%s", (_, isSuch) => {
    expect(calls.filter(isSuch).length).toBeGreaterThan(3);
  });

  test.each<[string, readonly string[], readonly (string | null)[]]>([
    ["direction", CallDirection.options, calls.map(({ call }) => call.direction)],
    ["outcome of a call", CallOutcome.options, calls.map(({ call }) => call.outcome)],
    ["outcome of a visit", VisitOutcome.options, visits.map(({ outcome }) => outcome)],
    ["kind of leg", LegKind.options, legs.map(({ kind }) => kind)],
    ["outcome of a leg", LegOutcome.options, legs.map(({ outcome }) => outcome)],
    ["end of a leg", LegEnd.options, legs.map(({ end }) => end)],
  ])("every %s", (_, all, seen) => {
    expect(all.filter((one) => !seen.includes(one))).toEqual([]);
  });

  test("a wait of exactly the service level, and one a millisecond longer", () => {
    const beyond = visits.map(
      ({ waitMs, serviceLevelSeconds }) => (waitMs ?? -1) - serviceLevelSeconds * 1000,
    );
    expect(beyond).toContain(0);
    expect(beyond).toContain(1);
  });
});

function dayOf(at: number): number {
  return Math.floor(at / 86_400_000);
}
