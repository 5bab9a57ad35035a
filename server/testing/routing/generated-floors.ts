import fc from "fast-check";
import { CallId } from "@/server/domain/identifiers";
import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import { emptyGroup, unknownCall } from "@/server/domain/routing/facts";
import type { AgentOnFloor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { usualSettings } from "@/server/domain/routing/group-settings";
import type {
  AgentOrder,
  AllocationRule,
  Fallbacks,
  Ring,
  RuleSet,
  Step,
  Treatment,
} from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  agentNumbered,
  allocationRule,
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

// Floors on which little is told apart, so that ties, ends of rings and calls that have to leave are frequent.

const groups = [ORDERS, RETURNS, TECHNICAL];
const skillGroupId = fc.constantFrom(...groups);
const proficiency = fc.integer({ min: 1, max: 3 });
const seconds = fc.constantFrom(0, 1, 10, 20, 30);
const instant = fc
  .tuple(fc.integer({ min: -40, max: 2 }), fc.constantFrom(0, 0, 1, 500))
  .map(([second, ms]) => MONDAY + second * 1000 + ms);
const agentIds = [0, 1, 2, 3, 4].map(agentNumbered);
const agentId = fc.constantFrom(...agentIds);

export const callNumbered = (number: number) =>
  CallId.parse(`d0000000-0000-7000-8000-${String(number).padStart(12, "0")}`);

const order = fc.constantFrom<AgentOrder>(
  { by: "longestIdle" },
  { by: "proficiency" },
  { by: "proficiency" },
  { by: "fewestCallsToday" },
  { by: "lowestOccupancy" },
  { by: "leastRecentlyOffered" },
  { by: "fixed", agentIds: [agentNumbered(2), agentNumbered(0)] },
  { by: "random", seed: 7 },
);

const fallbacks = fc.constantFrom<Fallbacks>(waitAnyway, {
  ...waitAnyway,
  full: { kind: "callback" },
  unstaffed: { kind: "overflow", to: TECHNICAL },
});

const ring: fc.Arbitrary<Ring> = fc.record({ afterSeconds: seconds, leastProficiency: proficiency });

const allocationRuleOfAny: fc.Arbitrary<AllocationRule> = fc
  .record({
    skillGroupId,
    order,
    lastAgentFirst: fc.constantFrom(null, { withinDays: 1, whileWaitingSeconds: 20 }),
    rings: fc.array(ring, { maxLength: 2 }),
    weight: fc.constantFrom(0, 0, 1, -2),
    otherwise: fallbacks,
  })
  .map(allocationRule);

/** Rules of up to three groups; one may have none. */
export const allocations: fc.Arbitrary<RuleSet> = fc
  .uniqueArray(allocationRuleOfAny, { minLength: 1, maxLength: 3, selector: (rule) => rule.skillGroupId })
  .map((allocationRules) => ruleSet([queueRule(1)], { allocationRules }));

const step: fc.Arbitrary<Step> = fc.oneof(
  seconds.map((afterSeconds): Step => ({ kind: "raisePriority", afterSeconds, by: 1 })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(seconds, skillGroupId)
      .map(([afterSeconds, to]): Step => ({ kind: "widen", afterSeconds, to: [to] })),
  },
  fc
    .tuple(seconds, proficiency)
    .map(([afterSeconds, to]): Step => ({ kind: "lowerProficiency", afterSeconds, to })),
  fc.tuple(seconds, skillGroupId).map(([afterSeconds, to]): Step => ({ kind: "overflow", afterSeconds, to })),
  seconds.map((afterSeconds): Step => ({ kind: "hangUp", afterSeconds, message: "Goodbye" })),
);

/** A few treatments, so that many calls share one. */
export const treatments: fc.Arbitrary<readonly Treatment[]> = fc.array(
  fc
    .record({
      skillGroupId,
      priority: fc.constantFrom(0, 1),
      ageing: fc.constantFrom(0, 1, 0.3, 6),
      leastProficiency: proficiency,
      otherwise: fallbacks,
      steps: fc.array(step, { maxLength: 3 }),
    })
    .map(treatment),
  { minLength: 1, maxLength: 3 },
);

export const agentOnFloor: fc.Arbitrary<AgentOnFloor> = fc.record({
  agentId,
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant<PresenceStatus>("idle") },
    fc.constantFrom(...PresenceStatus.options),
  ),
  state: fc.oneof(
    { weight: 3, arbitrary: fc.constant<SystemState>("free") },
    fc.constantFrom(...SystemState.options),
  ),
  idleSince: fc.constantFrom(null, MONDAY - 2000, MONDAY - 1000),
  memberships: fc.uniqueArray(fc.record({ skillGroupId, proficiency }), {
    selector: (member) => member.skillGroupId,
  }),
  callsToday: fc.nat(2),
  occupancy: fc.constantFrom(0, 0.5),
  lastOfferedAt: fc.constantFrom(null, MONDAY - 1000),
});

/** A call that waits under one of the treatments, in its group's queue or in one that it overflowed to. */
export function waitingCallOf(known: readonly Treatment[]): fc.Arbitrary<WaitingCall> {
  return fc
    .record({
      number: fc.nat(9),
      treatment: fc.constantFrom(...known),
      overflowed: fc.option(skillGroupId, { freq: 3 }),
      enteredAt: instant,
      queuedLater: fc.constantFrom(0, 5000),
      askedInVain: fc.uniqueArray(agentId, { maxLength: 3 }),
      lastAgentId: fc.option(agentId),
      lastAgentAt: fc.constantFrom(MONDAY - 1000, MONDAY - 90_000_000),
    })
    .map(({ number, overflowed, queuedLater, lastAgentId, lastAgentAt, ...call }) => ({
      callId: callNumbered(number),
      facts: { ...unknownCall, lastAgentId, lastAgentAt: lastAgentId === null ? null : lastAgentAt },
      skillGroupId: overflowed ?? call.treatment.skillGroupId,
      exitsTaken: overflowed === null ? 0 : 1,
      queuedAt: call.enteredAt + (overflowed === null ? 0 : queuedLater),
      ...call,
    }));
}

export const groupOnFloor: fc.Arbitrary<GroupOnFloor> = fc
  .record({
    group: skillGroupId,
    longestWaitSeconds: fc.constantFrom(null, 1, 15, 30),
    agentsStaffed: fc.nat(1),
  })
  .map(({ group, longestWaitSeconds, agentsStaffed }) => ({
    facts: { ...emptyGroup(group), agentsStaffed },
    settings: { ...usualSettings(group), longestWaitSeconds },
  }));
