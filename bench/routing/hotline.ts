import { Chance } from "@/drizzle/seed/chance";
import { CallId } from "@/server/domain/identifiers";
import type { Condition, Question } from "@/server/domain/routing/condition";
import type { CallFacts } from "@/server/domain/routing/facts";
import type { AgentOnFloor, Floor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { type GroupSettings, usualSettings } from "@/server/domain/routing/group-settings";
import type { AgentOrder, AllocationRule, QueueRule, RuleSet, Treatment } from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  agentNumbered,
  allocationRule,
  groupNumbered,
  queueRule,
  ruleSet,
  treatment,
} from "@/server/testing/routing/generated-rules";

/** A Wednesday afternoon in Shanghai. */
export const NOW = Date.UTC(2026, 10, 25, 6);
export const WAITED_MS_MAX = 300_000;
const RULES = 40;
const AGENTS = 200;

const provinces = ["Guangdong", "Jiangsu", "Hunan", "Sichuan", "Beijing", "Shanghai", null];
const tiers = ["Gold", "Silver", "Standard", null];
const groups = Array.from({ length: 8 }, (_, index) => groupNumbered(index + 1));

const orders: readonly AgentOrder[] = [
  { by: "longestIdle" },
  { by: "proficiency" },
  { by: "fewestCallsToday" },
  { by: "lowestOccupancy" },
  { by: "leastRecentlyOffered" },
];

/** A hotline of eight groups, drawn by lot, the same each time. */
export class Hotline {
  readonly #chance = new Chance(25);
  readonly rules: RuleSet;
  readonly groups: readonly GroupOnFloor[];
  readonly agents: readonly AgentOnFloor[];

  constructor() {
    this.rules = ruleSet(
      Array.from({ length: RULES }, (_, index) => this.#queueRule(index)),
      { allocationRules: groups.map((_, index) => this.#allocationRule(index)) },
    );
    this.groups = groups.map((skillGroupId) => ({
      facts: {
        skillGroupId,
        callersWaiting: this.#chance.whole(0, 20),
        longestWaitSeconds: this.#chance.whole(0, 300),
        agentsFree: this.#chance.whole(0, 5),
        agentsStaffed: 25,
        estimatedWaitSeconds: this.#chance.whole(0, 300),
      },
      settings: settingsOf(skillGroupId),
    }));
    this.agents = Array.from({ length: AGENTS }, (_, index) => this.#agent(index));
  }

  /** The floor with so many calls waiting, all agents free. */
  floor(waiting: number): Floor {
    return {
      groups: [...this.groups],
      agents: [...this.agents],
      waiting: Array.from({ length: waiting }, (_, index) =>
        this.waitingCall(index, NOW - this.#chance.whole(0, WAITED_MS_MAX)),
      ),
    };
  }

  facts(): CallFacts {
    const chance = this.#chance;
    const isKnown = chance.happens(0.5);
    return {
      dialledNumber: "4008001234",
      callerNumber: `1${chance.digits(10)}`,
      province: chance.oneOf(provinces),
      customerTier: chance.oneOf(tiers),
      language: chance.oneOf(["zh", "en"]),
      verification: null,
      keyTrack: [...chance.digits(3)],
      hoursSinceLastCall: isKnown ? chance.whole(0, 200) : null,
      lastAgentId: isKnown ? agentNumbered(chance.whole(0, AGENTS - 1)) : null,
      lastAgentAt: isKnown ? NOW - chance.whole(0, 10_000_000) : null,
      hasOpenWorkOrder: chance.happens(0.2),
    };
  }

  /** A call that came into the queue at an instant, under the treatment of one of the rules. */
  waitingCall(number: number, enteredAt: number): WaitingCall {
    const { treatment: drawn } = this.#chance.oneOf(this.rules.queueRules);
    return {
      callId: CallId.parse(`d0000000-0000-7000-8000-${String(number).padStart(12, "0")}`),
      facts: this.facts(),
      treatment: drawn,
      enteredAt,
      queuedAt: enteredAt,
      skillGroupId: drawn.skillGroupId,
      exitsTaken: 0,
      askedInVain: [],
    };
  }

  #queueRule(index: number): QueueRule {
    const isLast = index === RULES - 1;
    return queueRule(index + 1, {
      when: isLast ? null : this.#condition(),
      treatment: this.#treatment(index),
    });
  }

  #condition(): Condition {
    const chance = this.#chance;
    const group = () => chance.oneOf(groups);
    const questions: Question[] = [
      { fact: "province", operator: "isOneOf", values: [chance.oneOf(provinces)] },
      { fact: "customerTier", operator: "isOneOf", values: [chance.oneOf(tiers)] },
      { fact: "callerNumber", operator: "startsWith", values: [`1${chance.digits(2)}`] },
      { fact: "keyTrack", operator: "startsWith", values: [[...chance.digits(2)]] },
      { fact: "timeOfDay", operator: "between", from: 540, until: chance.whole(600, 1200) },
      { fact: "isOpen", operator: "is", skillGroupId: group(), value: true },
      { fact: "callersWaiting", operator: "atLeast", skillGroupId: group(), value: chance.whole(1, 20) },
    ];
    const [one, other, third] = [chance.oneOf(questions), chance.oneOf(questions), chance.oneOf(questions)];
    return { all: [one, { any: [other, { not: third }] }] };
  }

  #treatment(index: number): Treatment {
    const chance = this.#chance;
    return treatment({
      skillGroupId: chance.oneOf(groups),
      priority: index % 10,
      ageing: chance.whole(0, 3),
      leastProficiency: chance.whole(1, 4),
      steps: [
        { kind: "announce", afterSeconds: 15, what: "position" },
        { kind: "raisePriority", afterSeconds: chance.whole(20, 60), by: 2 },
        { kind: "lowerProficiency", afterSeconds: chance.whole(60, 120), to: 1 },
        { kind: "widen", afterSeconds: chance.whole(120, 200), to: [chance.oneOf(groups)] },
        { kind: "offerCallback", afterSeconds: 200 },
      ],
    });
  }

  #allocationRule(index: number): AllocationRule {
    return allocationRule({
      skillGroupId: groupNumbered(index + 1),
      order: orders[index % orders.length] ?? { by: "longestIdle" },
      lastAgentFirst: index % 2 === 0 ? { withinDays: 7, whileWaitingSeconds: 30 } : null,
      rings: [
        { afterSeconds: 0, leastProficiency: 3 },
        { afterSeconds: 20, leastProficiency: 2 },
        { afterSeconds: 45, leastProficiency: 1 },
      ],
      weight: index % 3,
      otherwise: { ...waitAnyway, full: { kind: "callback" } },
    });
  }

  #agent(index: number): AgentOnFloor {
    const chance = this.#chance;
    const [first, second] = [index % groups.length, (index + chance.whole(1, 7)) % groups.length];
    return {
      agentId: agentNumbered(index),
      status: "idle",
      state: "free",
      idleSince: NOW - chance.whole(0, 600_000),
      memberships: [first, second].map((number) => ({
        skillGroupId: groupNumbered(number + 1),
        proficiency: chance.whole(1, 5),
      })),
      callsToday: chance.whole(0, 60),
      occupancy: chance.fraction(),
      lastOfferedAt: NOW - chance.whole(0, 600_000),
    };
  }
}

function settingsOf(skillGroupId: GroupSettings["skillGroupId"]): GroupSettings {
  const day = [{ from: 480, until: 1260 }];
  return {
    ...usualSettings(skillGroupId),
    hours: { timeZone: "Asia/Shanghai", week: [day, day, day, day, day, day, day], specialDays: [] },
    longestWaitSeconds: 1800,
    queueMax: 20_000,
  };
}
