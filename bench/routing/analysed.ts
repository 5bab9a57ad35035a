import { NOW } from "@/bench/routing/hotline";
import { processorMicroseconds } from "@/bench/routing/processor";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import type { Condition, Question } from "@/server/domain/routing/condition";
import { usualSettings } from "@/server/domain/routing/group-settings";
import type { RuleSet } from "@/server/domain/routing/rule";
import {
  agentNumbered,
  groupNumbered,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const RULES = 200;
const groups = [ORDERS, RETURNS, TECHNICAL];
const provinces = Array.from({ length: 30 }, (_, index) => `Province ${index}`);
const tiers = ["Gold", "Silver", "Standard"];

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("nothing to choose from");
  return item;
};

/** One question about each of twelve facts. */
const questions: readonly ((index: number) => Question)[] = [
  (index) => ({ fact: "province", operator: "isOneOf", values: [at(provinces, index)] }),
  (index) => ({ fact: "customerTier", operator: "isOneOf", values: [at(tiers, index)] }),
  (index) => ({ fact: "callerNumber", operator: "startsWith", values: [`1${100 + (index % 90)}`] }),
  (index) => ({ fact: "language", operator: "isOneOf", values: [at(["zh", "en"], index)] }),
  (index) => ({ fact: "dialledNumber", operator: "isOneOf", values: [`400${index % 10}`] }),
  (index) => ({ fact: "keyTrack", operator: "startsWith", values: [[String(index % 10)]] }),
  (index) => ({ fact: "hoursSinceLastCall", operator: "within", value: 24 * (1 + (index % 7)) }),
  (index) => ({ fact: "hasOpenWorkOrder", operator: "is", value: index % 2 === 0 }),
  (index) => ({
    fact: "timeOfDay",
    operator: "between",
    from: 60 * (index % 12),
    until: 60 * (12 + (index % 12)),
  }),
  (index) => ({ fact: "weekday", operator: "isOneOf", values: [1 + (index % 7)] }),
  (index) => ({
    fact: "agentsFree",
    operator: "atLeast",
    skillGroupId: at(groups, index),
    value: 1 + (index % 5),
  }),
  (index) => ({ fact: "lastAgentId", operator: "isOneOf", values: [agentNumbered(index % 20)] }),
];

const question = (fact: number, index: number) => at(questions, fact)(index);

/** Ways in which 200 rules may lie to one another. */
const shapes: Readonly<Record<string, (index: number) => Condition>> = {
  /** Each of a number of its own, and further questions. */
  disjoint: (index) => ({
    all: [
      { fact: "callerNumber", operator: "startsWith", values: [String(1000 + index)] },
      question(index, index),
      question(index + 5, index),
    ],
  }),
  /** Each of two facts, so that most meet many others. */
  overlapping: (index) => ({ all: [question(index, index), question(index + 1 + (index % 5), index * 7)] }),
  /** Each within the one after it: a case, then the case that it is of. */
  nested: (index) => ({
    all: Array.from({ length: 4 - (index % 4) }, (_, fact) =>
      question(fact + Math.floor(index / 40), index >> 2),
    ),
  }),
  /** All, any and not, three deep. */
  mixed: (index) => ({
    all: [question(index, index), { any: [question(index + 3, index), { not: question(index + 7, index) }] }],
  }),
};

export interface Analysed {
  readonly shape: string;
  readonly seconds: number;
  readonly isFinished: boolean;
  readonly findings: number;
}

/** How long the exact analysis of 200 rules over twelve facts takes, for each way in which they may lie. */
export function analysedShapes(): Analysed[] {
  return Object.entries(shapes).map(([shape, conditionOf]) => {
    const rules = rulesOf(conditionOf);
    const known = {
      now: NOW,
      settings: new Map(groups.map((group) => [group, usualSettings(group)])),
      provinces,
      customerTiers: tiers,
      languages: ["zh", "en"],
      agentIds: [agentNumbered(1)],
      staffed: new Set(groups),
    };
    const begin = processorMicroseconds();
    const analysis = analyse(rules, known);
    const seconds = (processorMicroseconds() - begin) / 1_000_000;
    const findings = analysis.isFinished ? analysis.findings.length : 0;
    return { shape, seconds, isFinished: analysis.isFinished, findings };
  });
}

function rulesOf(conditionOf: (index: number) => Condition): RuleSet {
  return ruleSet(
    Array.from({ length: RULES }, (_, index) =>
      queueRule(index + 1, {
        when: index === RULES - 1 ? null : conditionOf(index),
        treatment: treatment({ skillGroupId: groupNumbered(1 + (index % 3)), priority: index % 10 }),
      }),
    ),
  );
}
