import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import { decideFor, decideWaiting } from "@/server/domain/routing/decide";
import type { AgentOnFloor, Floor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { FloorIndex } from "@/server/domain/routing/floor-index/floor-index";
import type { RuleSet, Treatment } from "@/server/domain/routing/rule";
import {
  agentOnFloor,
  allocations,
  callNumbered,
  groupOnFloor,
  treatments,
  waitingCallOf,
} from "@/server/testing/routing/generated-floors";
import { agentNumbered, MONDAY } from "@/server/testing/routing/generated-rules";

/** The same floor, kept as plain lists. */
class PlainFloor {
  readonly groups = new Map<SkillGroupId, GroupOnFloor>();
  readonly agents = new Map<UserId, AgentOnFloor>();
  readonly waiting = new Map<CallId, WaitingCall>();
  now = MONDAY;

  floor(): Floor {
    return {
      groups: [...this.groups.values()],
      agents: [...this.agents.values()],
      waiting: [...this.waiting.values()],
    };
  }
}

type Change = (plain: PlainFloor, index: FloorIndex) => void;

function changesOf(known: readonly Treatment[]): fc.Arbitrary<Change[]> {
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: agentOnFloor.map(agentChanges) },
      { weight: 6, arbitrary: waitingCallOf(known).map(callComes) },
      fc.nat(4).map((number) => agentGoes(agentNumbered(number))),
      { weight: 2, arbitrary: fc.nat(9).map((number) => callLeaves(callNumbered(number))) },
      groupOnFloor.map(groupChanges),
      { weight: 2, arbitrary: fc.constantFrom(1, 999, 1000, 5000, 20_000).map(timePasses) },
    ),
    { minLength: 5, maxLength: 40 },
  );
}

function agentChanges(agent: AgentOnFloor): Change {
  return (plain, index) => {
    plain.agents.set(agent.agentId, agent);
    index.setAgent(agent);
  };
}

function agentGoes(agentId: UserId): Change {
  return (plain, index) => {
    plain.agents.delete(agentId);
    index.removeAgent(agentId);
  };
}

function callComes(call: WaitingCall): Change {
  return (plain, index) => {
    plain.waiting.set(call.callId, call);
    index.setCall(call);
  };
}

function callLeaves(callId: CallId): Change {
  return (plain, index) => {
    plain.waiting.delete(callId);
    index.removeCall(callId);
  };
}

function groupChanges(group: GroupOnFloor): Change {
  return (plain, index) => {
    plain.groups.set(group.settings.skillGroupId, group);
    index.setGroup(group);
  };
}

function timePasses(ms: number): Change {
  return (plain) => {
    plain.now += ms;
  };
}

/** How often each kind of outcome was compared. */
type Compared = Map<string, number>;

function compare(
  rules: RuleSet,
  plain: PlainFloor,
  { index, compared }: { index: FloorIndex; compared: Compared },
) {
  const { now } = plain;
  const floor = plain.floor();
  const count = (kind: string) => compared.set(kind, (compared.get(kind) ?? 0) + 1);
  for (const call of floor.waiting) {
    const { outcome } = decideWaiting(rules, call, { floor, now });
    expect(index.outcomeFor(call, now)).toEqual(outcome);
    count(outcome.kind);
  }
  for (const agent of floor.agents) {
    const { outcome } = decideFor(rules, agent, { floor, now });
    expect(index.callFor(agent, now)).toBe(outcome);
    count(outcome === null ? "no call" : "a call");
  }
}

const sequences = treatments.chain((known) => fc.record({ rules: allocations, changes: changesOf(known) }));

test("after any changes of the floor, its index comes to the outcomes of the plain functions", () => {
  const compared: Compared = new Map();
  fc.assert(
    fc.property(sequences, ({ rules, changes }) => {
      const plain = new PlainFloor();
      const index = new FloorIndex(rules, plain.floor());
      for (const change of changes) {
        change(plain, index);
        compare(rules, plain, { index, compared });
      }
      compare(rules, plain, { index: new FloorIndex(rules, plain.floor()), compared });
      expect(index.floor().waiting).toHaveLength(plain.waiting.size);
    }),
    { seed: 41, numRuns: 1000 },
  );
  for (const kind of ["offer", "wait", "overflow", "callback", "hangUp", "a call", "no call"])
    expect(compared.get(kind)).toBeGreaterThan(500);
}, 60_000);
