import fc from "fast-check";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Condition, Question } from "@/server/domain/routing/condition";
import { usualSettings } from "@/server/domain/routing/group-settings";
import {
  atInstant,
  type Example,
  ofCall,
  ofGroup,
  plainExample,
  type Telling,
} from "@/server/domain/routing/regions/example";
import {
  type AllocationRule,
  type QueueRule,
  RuleId,
  type RuleSet,
  type Treatment,
} from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";

const uuid = (kind: string, number: number) =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const groupNumbered = (number: number) => SkillGroupId.parse(uuid("a", number));
export const agentNumbered = (number: number) => UserId.parse(uuid("b", number));
export const ruleNumbered = (number: number) => RuleId.parse(uuid("c", number));

export const [ORDERS, RETURNS, TECHNICAL] = [groupNumbered(1), groupNumbered(2), groupNumbered(3)];

export function treatment(overrides: Partial<Treatment> = {}): Treatment {
  return {
    skillGroupId: ORDERS,
    priority: 0,
    ageing: 1,
    leastProficiency: 1,
    otherwise: waitAnyway,
    steps: [],
    ...overrides,
  };
}

export function queueRule(number: number, overrides: Partial<QueueRule> = {}): QueueRule {
  return {
    ruleId: ruleNumbered(number),
    name: `Rule ${number}`,
    isEnabled: true,
    when: null,
    treatment: treatment(),
    ...overrides,
  };
}

export function allocationRule(overrides: Partial<AllocationRule> = {}): AllocationRule {
  return {
    skillGroupId: ORDERS,
    order: { by: "longestIdle" },
    lastAgentFirst: null,
    rings: [],
    ringTimeoutSeconds: 15,
    afterNoAnswer: "park",
    weight: 0,
    otherwise: waitAnyway,
    ...overrides,
  };
}

export function ruleSet(queueRules: RuleSet["queueRules"], overrides: Partial<RuleSet> = {}): RuleSet {
  return {
    timeZone: "Asia/Shanghai",
    queueRules,
    allocationRules: [ORDERS, RETURNS, TECHNICAL].map((skillGroupId) => allocationRule({ skillGroupId })),
    ...overrides,
  };
}

/** A Monday, 08:00 in Shanghai. */
export const MONDAY = Date.UTC(2026, 10, 23, 0);
const HOUR = 3_600_000;

/** A property of calls with few values, so that every kind of call can be counted out. */
interface Family {
  readonly question: fc.Arbitrary<Question>;
  /** One value of every kind that the questions can tell apart. */
  readonly tellings: readonly Telling[];
}

const some = <Value>(...values: Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const province: Family = {
  question: some("Guangdong", "Jiangsu", null).map((values) => ({
    fact: "province",
    operator: "isOneOf",
    values,
  })),
  tellings: ["Guangdong", "Jiangsu", "Hunan", null].map((value) => ofCall({ province: value })),
};

const callerNumber: Family = {
  question: fc.oneof(
    some("13", "138", "139").map(
      (values): Question => ({ fact: "callerNumber", operator: "startsWith", values }),
    ),
    some("138", "13", null).map(
      (values): Question => ({ fact: "callerNumber", operator: "isOneOf", values }),
    ),
  ),
  tellings: ["138", "1380", "139", "13", "130", "2", null].map((value) => ofCall({ callerNumber: value })),
};

const keyTrack: Family = {
  question: fc
    .tuple(fc.constantFrom("startsWith", "contains"), fc.constantFrom(["1"], ["2", "1"], ["1", "1"]))
    .map(([operator, keys]) => ({ fact: "keyTrack", operator, values: [[...keys]] })),
  tellings: [
    "",
    "1",
    "2",
    "11",
    "21",
    "211",
    "121",
    "12",
    "1211",
    "2121",
    "22",
    "311",
    "31",
    "221",
    "2211",
    "12121",
    "112",
    "1121",
  ].map((keys) => ofCall({ keyTrack: [...keys] })),
};

const hours: Family = {
  question: fc
    .constantFrom(24, 48)
    .map((value) => ({ fact: "hoursSinceLastCall", operator: "within", value })),
  tellings: [0, 24, 48, null].map((value) => ofCall({ hoursSinceLastCall: value })),
};

const agents: Family = {
  question: fc
    .tuple(
      fc.constantFrom("agentsFree", "agentsStaffed"),
      fc.constantFrom("atLeast", "below"),
      fc.constantFrom(1, 2),
    )
    .map(([fact, operator, value]) => ({ fact, operator, value, skillGroupId: ORDERS })),
  tellings: [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [2, 2],
  ].map(([agentsFree = 0, agentsStaffed = 0]) => ofGroup(ORDERS, { agentsFree, agentsStaffed })),
};

/** Monday, Tuesday and Saturday, each at eight, at noon and at eight in the evening. */
const moment: Family = {
  question: fc.oneof(
    fc
      .constantFrom([540, 1080], [1080, 540])
      .map(([from = 0, until = 0]): Question => ({ fact: "timeOfDay", operator: "between", from, until })),
    fc
      .constantFrom([1], [6, 7])
      .map((values): Question => ({ fact: "weekday", operator: "isOneOf", values: [...values] })),
  ),
  tellings: [0, 1, 5].flatMap((day) =>
    [0, 4, 12].map((hour) => atInstant(MONDAY + (day * 24 + hour) * HOUR)),
  ),
};

/** A small world: what conditions may ask in it, and every kind of call that there is. */
export interface SmallWorld {
  readonly condition: fc.Arbitrary<Condition>;
  readonly examples: readonly Example[];
}

/** Worlds of three properties. */
export const smallWorld: fc.Arbitrary<SmallWorld> = fc
  .subarray([province, callerNumber, keyTrack, hours, agents, moment], { minLength: 3, maxLength: 3 })
  .map((families) => ({
    condition: conditionOf(families.map(({ question }) => question)),
    examples: families.reduce<Example[]>(
      (examples, { tellings }) => examples.flatMap((example) => tellings.map((tell) => tell(example))),
      [plainExample(MONDAY)],
    ),
  }));

function conditionOf(questions: readonly fc.Arbitrary<Question>[]): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => {
    const parts = fc.array(tie("condition"), { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.oneof(...questions),
        parts.map((all) => ({ all })),
        parts.map((any) => ({ any })),
        tie("condition").map((not) => ({ not })),
      ),
    };
  }).condition;
}

/** Rule sets of a small world: a few rules of few treatments, the last of which always matches. */
export function smallRuleSet({ condition }: SmallWorld): fc.Arbitrary<RuleSet> {
  const treatments = [0, 1, 2].map((priority) => treatment({ priority }));
  const rule = fc.record({
    when: condition,
    treatment: fc.constantFrom(...treatments),
    isEnabled: fc.boolean(),
  });
  return fc
    .tuple(fc.array(rule, { maxLength: 4 }), fc.constantFrom(...treatments))
    .map(([rules, last]) =>
      ruleSet([
        ...rules.map((overrides, index) => queueRule(index + 1, overrides)),
        queueRule(rules.length + 1, { treatment: last }),
      ]),
    );
}

/** Nothing is known but the groups, which never close. */
export const smallSurroundings = {
  now: MONDAY,
  settings: new Map([ORDERS, RETURNS, TECHNICAL].map((group) => [group, usualSettings(group)])),
  provinces: ["Hunan"],
  customerTiers: [],
  languages: [],
  agentIds: [],
};
