import fc from "fast-check";
import { Verification } from "@/server/domain/calls/event";
import { AGENTS, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter } from "@/server/domain/metrics/cohort";

/** What dashboards may ask of the calls that `generatedCalls` makes. Most filters say little, so that they hold something. */
export function generatedFilters(): fc.Arbitrary<FigureFilter> {
  return fc.record({
    skillGroupIds: seldom(someOf(...Object.values(SKILL_GROUPS), null)),
    agentIds: seldom(someOf(...Object.values(AGENTS))),
    direction: seldom(fc.constantFrom(...CallDirection.options)),
    provinces: seldom(someOf(null, "", "Beijing", "广东")),
    outcomes: seldom(someOf(...CallOutcome.options)),
    paths: seldom(someOf("", "1", "2", "#", "1-2", "2-#")),
    verifications: seldom(someOf(...Verification.options, null)),
    exitNodes: seldom(someOf("menu", "billing", "", null)),
  });
}

/** Groups and agents, and nothing else: what agents did within a group. */
export function generatedPairs(): fc.Arbitrary<Required<Pick<FigureFilter, "skillGroupIds" | "agentIds">>> {
  return fc.record({
    skillGroupIds: someOf(...Object.values(SKILL_GROUPS), null),
    agentIds: someOf(...Object.values(AGENTS)),
  });
}

/** Periods that begin and end at, just before or just after something that happened. */
export function generatedPeriods(
  instants: readonly Instant[],
): fc.Arbitrary<{ readonly from: Instant; readonly until: Instant }> {
  return fc
    .tuple(nearOneOf(instants), nearOneOf(instants))
    .map(([one, other]) => ({ from: Math.min(one, other), until: Math.max(one, other) + 1 }));
}

export function nearOneOf(instants: readonly Instant[]): fc.Arbitrary<Instant> {
  return fc.tuple(fc.constantFrom(...instants), fc.constantFrom(-1, 0, 0, 1)).map(([at, step]) => at + step);
}

function seldom<Part>(part: fc.Arbitrary<Part>): fc.Arbitrary<Part | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: part });
}

function someOf<Key>(...keys: readonly Key[]): fc.Arbitrary<Key[]> {
  return fc.subarray([...keys], { minLength: 1 });
}
