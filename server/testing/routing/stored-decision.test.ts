import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Asked } from "@/server/domain/routing/asked";
import { decideArrival, decideFor, decideWaiting } from "@/server/domain/routing/decide";
import { explain } from "@/server/domain/routing/explain";
import { emptyGroup, unknownCall } from "@/server/domain/routing/facts";
import type { Floor, GroupOnFloor } from "@/server/domain/routing/floor";
import { usualSettings } from "@/server/domain/routing/group-settings";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { reduceFloor } from "@/server/domain/routing/reduce-floor";
import type { AllocationRule, RuleSet } from "@/server/domain/routing/rule";
import { decideAndKeep, replay, StoredDecision } from "@/server/domain/routing/stored-decision";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  agentOnFloor,
  allocations,
  groupOnFloor,
  treatments,
  waitingCallOf,
} from "@/server/testing/routing/generated-floors";
import {
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallRuleSet,
  smallWorld,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const openOnMondays: OpeningHours = {
  timeZone: "Asia/Shanghai",
  week: [[{ from: 0, until: 1440 }], [], [], [], [], [], []],
  specialDays: [],
};
const closedThisMonday: OpeningHours = {
  ...openOnMondays,
  specialDays: ["2026-11-22", "2026-11-23"].map((on) => ({ on, name: "Holiday", openings: [] })),
};

const group: fc.Arbitrary<GroupOnFloor> = fc
  .record({
    known: groupOnFloor,
    callersWaiting: fc.nat(2),
    hours: fc.constantFrom(null, openOnMondays, closedThisMonday),
    queueMax: fc.constantFrom(null, 1),
  })
  .map(({ known, callersWaiting, hours, queueMax }) => ({
    facts: { ...known.facts, callersWaiting },
    settings: { ...known.settings, hours, queueMax },
  }));

/** Calls that overflow may have to go on from there. */
function onToReturns(rule: AllocationRule): AllocationRule {
  return { ...rule, otherwise: { ...waitAnyway, unstaffed: { kind: "overflow", to: RETURNS } } };
}

interface Case {
  readonly asked: Asked;
  readonly rules: RuleSet;
  readonly floor: Floor;
}

/** Any rules, any floor, and whatever may be asked on it. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(smallWorld, treatments)
  .chain(([world, known]) => {
    const waitingCall = waitingCallOf(known);
    const fact = fc.constantFrom(...world.examples).map(({ call }) => call);
    const floor = fc.record({
      groups: fc.uniqueArray(group, { selector: ({ facts }) => facts.skillGroupId, maxLength: 3 }),
      agents: fc.uniqueArray(agentOnFloor, { selector: ({ agentId }) => agentId, maxLength: 5 }),
      waiting: fc.uniqueArray(waitingCall, { selector: ({ callId }) => callId, maxLength: 6 }),
    });
    const asked: fc.Arbitrary<Asked> = fc.oneof(
      fact.map((facts) => ({ kind: "arrival" as const, facts })),
      waitingCall.map((call) => ({ kind: "waiting" as const, call })),
      agentOnFloor.map((agent) => ({ kind: "choice" as const, agent })),
    );
    return fc.tuple(smallRuleSet(world), allocations, fc.array(fc.constantFrom(...known)), floor, asked);
  })
  .map(([queues, { allocationRules }, treated, floor, asked]) => {
    const queueRules = queues.queueRules.map((rule, index) => ({
      ...rule,
      treatment: treated[index] ?? rule.treatment,
    }));
    const chained = allocationRules.map((rule) =>
      rule.skillGroupId === TECHNICAL ? onToReturns(rule) : rule,
    );
    return { asked, rules: { ...queues, queueRules, allocationRules: chained }, floor };
  });

function decideOn({ asked, rules }: Case, floor: Floor) {
  const moment = { floor, now: MONDAY };
  switch (asked.kind) {
    case "arrival":
      return decideArrival(rules, asked, moment);
    case "waiting":
      return decideWaiting(rules, asked.call, moment);
    case "choice":
      return decideFor(rules, asked.agent, moment);
  }
}

describe("of any decision", () => {
  test("what is kept of the floor leads to the same outcome and the same trace", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const reduced = reduceFloor(one.asked, one.rules, { floor: one.floor, now: MONDAY });
        expect(decideOn(one, reduced)).toEqual(decideOn(one, one.floor));
      }),
      { seed: 61, numRuns: 2000 },
    );
  });

  test("what is stored comes back equal out of JSON, and replaying it gives the stored outcome and trace", () => {
    fc.assert(
      fc.property(cases, ({ asked, rules, floor }) => {
        const stored = decideAndKeep(asked, { ruleSet: rules, ruleSetVersion: 7 }, { floor, now: MONDAY });
        const read = StoredDecision.parse(JSON.parse(JSON.stringify(stored)));
        expect(read).toEqual(stored);
        expect(replay(read, rules)).toEqual(stored);
      }),
      { seed: 62, numRuns: 2000 },
    );
  });
});

/** Every id that stands in something, each once. */
function idsIn(told: unknown): string[] {
  const found = JSON.stringify(told).match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
  return [...new Set(found)].sort();
}

test("the explanation of any decision names every rule, group, agent and call of its trace, and no other", () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { trace } = decideOn(one, one.floor);
      expect(idsIn(explain(trace))).toEqual(idsIn(trace));
    }),
    { seed: 65, numRuns: 2000 },
  );
});

test("nothing is kept of agents, other callers and groups that an arriving call has nothing to do with", () => {
  const facts = { ...unknownCall, callerNumber: "13812345678" };
  const ofGroup = (skillGroupId: SkillGroupId) => ({
    facts: emptyGroup(skillGroupId),
    settings: { ...usualSettings(skillGroupId), hours: closedThisMonday },
  });
  const [agent] = fc.sample(agentOnFloor, { seed: 63, numRuns: 1 });
  const waiting = fc.sample(waitingCallOf([treatment()]), { seed: 64, numRuns: 1 });
  const floor = { groups: [ORDERS, RETURNS].map(ofGroup), agents: agent ? [agent] : [], waiting };
  const rules = ruleSet([queueRule(1)]);
  const kept = reduceFloor({ kind: "arrival", facts }, rules, { floor, now: MONDAY });
  expect([kept.agents, kept.waiting]).toEqual([[], []]);
  expect(kept.groups.map(({ facts: { skillGroupId } }) => skillGroupId)).toEqual([ORDERS]);
  expect(kept.groups[0]?.settings.hours?.specialDays.map(({ on }) => on)).toEqual(["2026-11-23"]);
});

test("of other callers, an agent's choice keeps neither number nor anything else that it does not ask for", () => {
  const [agent] = fc.sample(agentOnFloor, { seed: 63, numRuns: 1 });
  const [call] = fc.sample(waitingCallOf([treatment()]), { seed: 64, numRuns: 1 });
  if (agent === undefined || call === undefined) throw new Error("Nothing was drawn");
  const waiting = [{ ...call, facts: { ...call.facts, callerNumber: "13812345678" } }];
  const floor = { groups: [], agents: [agent], waiting };
  const kept = reduceFloor({ kind: "choice", agent }, ruleSet([queueRule(1)]), { floor, now: MONDAY });
  expect(JSON.stringify(kept)).not.toContain("13812345678");
});
