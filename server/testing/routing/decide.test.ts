import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallId } from "@/server/domain/identifiers";
import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import { decide, decideFor, settingsOf } from "@/server/domain/routing/decide";
import { emptyGroup, unknownCall } from "@/server/domain/routing/facts";
import type { AgentOnFloor, Floor, WaitingCall } from "@/server/domain/routing/floor";
import { usualSettings } from "@/server/domain/routing/group-settings";
import type { AgentOrder } from "@/server/domain/routing/rule";
import { allocationRulesOf, next, reachOf, scoreOf, stepsBetween } from "@/server/domain/routing/standing";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  agentNumbered,
  allocationRule,
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  treatment,
} from "@/server/testing/routing/generated-rules";

const callNumbered = (number: number) =>
  CallId.parse(`d0000000-0000-7000-8000-${String(number).padStart(12, "0")}`);
const proficiency = fc.integer({ min: 1, max: 5 });
const seconds = fc.integer({ min: 0, max: 300 });

const agents = fc
  .array(
    fc.record({
      status: fc.constantFrom(...PresenceStatus.options),
      state: fc.constantFrom(...SystemState.options),
      idleSince: seconds.map((ago) => MONDAY - ago * 1000),
      memberships: fc.uniqueArray(
        fc.record({ skillGroupId: fc.constantFrom(ORDERS, RETURNS), proficiency }),
        {
          selector: ({ skillGroupId }) => skillGroupId,
        },
      ),
      callsToday: fc.nat(3),
      occupancy: fc.constantFrom(0, 0.5, 1),
      lastOfferedAt: fc.constantFrom(null, MONDAY - 1000),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => drawn.map((agent, index): AgentOnFloor => ({ agentId: agentNumbered(index), ...agent })));

const waiting = fc
  .array(
    fc.record({
      waited: seconds,
      priority: fc.integer({ min: 0, max: 2 }),
      leastProficiency: proficiency,
      skillGroupId: fc.constantFrom(ORDERS, RETURNS),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(
      ({ waited, skillGroupId, ...entered }, index): WaitingCall => ({
        callId: callNumbered(index),
        facts: unknownCall,
        treatment: treatment({ ...entered, skillGroupId }),
        enteredAt: MONDAY - waited * 1000,
        queuedAt: MONDAY - waited * 1000,
        skillGroupId,
        exitsTaken: 0,
        askedInVain: [],
      }),
    ),
  );

const orders = fc.constantFrom<AgentOrder>(
  { by: "longestIdle" },
  { by: "proficiency" },
  { by: "fewestCallsToday" },
  { by: "lowestOccupancy" },
  { by: "leastRecentlyOffered" },
  { by: "fixed", agentIds: [agentNumbered(2), agentNumbered(0)] },
  { by: "random", seed: 7 },
);

const floors = fc.record({ agents, waiting, order: orders }).map(({ order, ...floor }) => ({
  floor: { groups: [], ...floor } satisfies Floor,
  rules: ruleSet([queueRule(1)], {
    allocationRules: [ORDERS, RETURNS].map((skillGroupId) => allocationRule({ skillGroupId, order })),
  }),
}));

describe("on any floor", () => {
  test("a waiting call is offered only to an agent who is idle, free, of its group and proficient enough", () => {
    fc.assert(
      fc.property(floors, ({ floor, rules }) => {
        const allocation = allocationRulesOf(rules.allocationRules);
        for (const call of floor.waiting) {
          const { outcome } = decide(rules, call, { floor, now: MONDAY });
          if (outcome.kind !== "offer") continue;
          const agent = floor.agents.find(({ agentId }) => agentId === outcome.agentId);
          expect([agent?.status, agent?.state]).toEqual(["idle", "free"]);
          const [reach] = reachOf(call, allocation, MONDAY);
          const member = agent?.memberships.find(({ skillGroupId }) => skillGroupId === call.skillGroupId);
          expect(member?.proficiency).toBeGreaterThanOrEqual(reach?.leastProficiency ?? 5);
        }
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  test("no decision and no trace depends on the order of agents or calls", () => {
    fc.assert(
      fc.property(floors, ({ floor, rules }) => {
        const turned = {
          ...floor,
          agents: floor.agents.toReversed(),
          waiting: floor.waiting.toReversed(),
        };
        for (const call of floor.waiting) {
          expect(decide(rules, call, { floor: turned, now: MONDAY })).toEqual(
            decide(rules, call, { floor, now: MONDAY }),
          );
        }
        for (const agent of floor.agents) {
          expect(decideFor(rules, agent, { floor: turned, now: MONDAY })).toEqual(
            decideFor(rules, agent, { floor, now: MONDAY }),
          );
        }
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  test("a freed agent never gets a call while another that they may take has a higher score", () => {
    fc.assert(
      fc.property(floors, ({ floor, rules }) => {
        for (const agent of floor.agents) {
          const { outcome, trace } = decideFor(rules, agent, { floor, now: MONDAY });
          const takeable = trace.calls.flatMap((call) => (call.unfit === null ? [call] : []));
          const chosen = takeable.find(({ callId }) => callId === outcome);
          expect(outcome === null).toBe(takeable.length === 0);
          for (const { score } of takeable) expect(chosen?.score).toBeGreaterThanOrEqual(score);
        }
      }),
      { seed: 33, numRuns: 500 },
    );
  });
});

describe("a call that waits", () => {
  const call: WaitingCall = {
    callId: callNumbered(1),
    facts: unknownCall,
    treatment: treatment({
      priority: 1,
      ageing: 2,
      leastProficiency: 4,
      steps: [
        { kind: "raisePriority", afterSeconds: 30, by: 5 },
        { kind: "lowerProficiency", afterSeconds: 60, to: 2 },
        { kind: "widen", afterSeconds: 90, to: [RETURNS] },
        { kind: "overflow", afterSeconds: 120, to: RETURNS },
      ],
    }),
    enteredAt: MONDAY,
    queuedAt: MONDAY,
    skillGroupId: ORDERS,
    exitsTaken: 0,
    askedInVain: [],
  };
  const rules = allocationRulesOf([allocationRule()]);

  test.each<[number, number, [number, number]]>([
    [0, 1, [1, 4]],
    [30, 7, [1, 4]],
    [60, 8, [1, 2]],
    [90, 9, [2, 2]],
  ])("after %i seconds has score %d and reaches so far", (after, score, [groups, least]) => {
    const now = MONDAY + after * 1000;
    const reach = reachOf(call, rules, now);
    expect([scoreOf(call, 0, now), reach.length, reach[0]?.leastProficiency]).toEqual([score, groups, least]);
  });

  test("changes at its steps and at no other instant", () => {
    const instants: number[] = [];
    const terms = { rules, settings: new Map() };
    for (let at = next(call, terms, MONDAY); at !== null; at = next(call, terms, at))
      instants.push(at - MONDAY);
    expect(instants).toEqual([30_000, 60_000, 90_000, 120_000]);
    expect(stepsBetween(call.treatment, 30, 90).map(({ kind }) => kind)).toEqual([
      "lowerProficiency",
      "widen",
    ]);
  });

  test("past its group's longest wait is treated as one that meets a full queue, at that very instant", () => {
    const settings = { ...usualSettings(ORDERS), longestWaitSeconds: 20 };
    const floor = { groups: [{ facts: emptyGroup(ORDERS), settings }], agents: [], waiting: [] };
    const patient = { ...call, treatment: { ...call.treatment, steps: [] } };
    const full = { kind: "callback" } as const;
    const impatient = { ...patient, treatment: { ...patient.treatment, otherwise: { ...waitAnyway, full } } };
    const terms = { rules, settings: settingsOf(floor) };
    expect([next(impatient, terms, MONDAY), next(patient, terms, MONDAY)]).toEqual([MONDAY + 20_000, null]);
    const set = ruleSet([queueRule(1)]);
    const kinds = [19_999, 20_000].map(
      (after) => decide(set, impatient, { floor, now: MONDAY + after }).outcome.kind,
    );
    expect(kinds).toEqual(["wait", "callback"]);
    expect(decide(set, patient, { floor, now: MONDAY + 20_000 }).outcome.kind).toBe("wait");
    // Elsewhere since ten seconds, the wait there counts from then, and the rule of that group says what follows.
    const moved = { ...impatient, queuedAt: MONDAY + 10_000, skillGroupId: RETURNS };
    const elsewhere = { ...settings, skillGroupId: RETURNS };
    const there = { ...floor, groups: [{ facts: emptyGroup(RETURNS), settings: elsewhere }] };
    const hangUp = { kind: "hangUp", message: "Please call again" } as const;
    const strict = ruleSet([queueRule(1)], {
      allocationRules: [
        allocationRule({ skillGroupId: RETURNS, otherwise: { ...waitAnyway, full: hangUp } }),
      ],
    });
    const later = [29_999, 30_000].map(
      (after) => decide(strict, moved, { floor: there, now: MONDAY + after }).outcome.kind,
    );
    expect(later).toEqual(["wait", "hangUp"]);
  });

  test.each([
    [1, "overflow"],
    [0, "hangUp"],
  ])(
    "overflows when its time is up, and hangs up where the group it goes to has %i agents and says so",
    (agentsStaffed, kind) => {
      const hangUp = { kind: "hangUp", message: "Nobody is there" } as const;
      const otherwise = { closed: hangUp, unstaffed: hangUp, full: hangUp };
      const floor = {
        groups: [{ facts: { ...emptyGroup(RETURNS), agentsStaffed }, settings: usualSettings(RETURNS) }],
        agents: [],
        waiting: [],
      };
      const set = ruleSet([queueRule(1)], {
        allocationRules: [allocationRule(), allocationRule({ skillGroupId: RETURNS, otherwise })],
      });
      expect(decide(set, call, { floor, now: MONDAY + 120_000 }).outcome.kind).toBe(kind);
    },
  );
});
