import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleSet } from "@/server/domain/routing/read-rule-set";
import {
  agentNumbered,
  allocationRule,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallRuleSet,
  smallWorld,
  TECHNICAL,
  treatment,
  waitAnyway,
} from "@/server/testing/routing/generated-rules";

const known = { groups: new Set([ORDERS, RETURNS, TECHNICAL]), agents: new Set([agentNumbered(1)]) };

function faultsOf(json: unknown) {
  const read = readRuleSet(json, known);
  return read.isRead ? [] : read.faults.map(({ path, kind }) => `${path} ${kind}`);
}

const withCondition = (when: unknown) => {
  const plain = ruleSet([queueRule(1), queueRule(2)]);
  return { ...plain, queueRules: [{ ...queueRule(1), when }, queueRule(2)] };
};

function nested(levels: number): unknown {
  let when: unknown = { fact: "hasOpenWorkOrder", operator: "is", value: true };
  for (let level = 0; level < levels; level += 1) when = { not: when };
  return when;
}

test("any generated rule set comes back equal", () => {
  fc.assert(
    fc.property(smallWorld.chain(smallRuleSet), (rules) => {
      expect(readRuleSet(JSON.parse(JSON.stringify(rules)), known)).toEqual({ isRead: true, ruleSet: rules });
    }),
    { seed: 41, numRuns: 200 },
  );
});

test.each([1_000, 100_000])("a nesting of %i is refused where it becomes too deep", (levels) => {
  expect(faultsOf(withCondition(nested(levels)))).toEqual([`queueRules[0].when${".not".repeat(20)} tooDeep`]);
});

test("10,000 rules are refused as too many", () => {
  const many = Array.from({ length: 10_000 }, () => queueRule(1));
  expect(faultsOf({ ...ruleSet([]), queueRules: many })).toEqual(["queueRules tooMany"]);
});

const back = { kind: "overflow", to: ORDERS } as const;
const steps = [60, 10].map((afterSeconds) => ({ kind: "offerCallback" as const, afterSeconds }));

test.each<[string, unknown]>([
  ["queueRules[0].when.all[0].fact unknownFact", withCondition({ all: [{ fact: "mood" }] })],
  [
    "queueRules[0].when.any[0].operator unknownOperator",
    withCondition({ any: [{ fact: "province", operator: "startsWith", values: ["G"] }] }),
  ],
  [
    "queueRules[0].when.more unknownField",
    withCondition({ fact: "hasOpenWorkOrder", operator: "is", value: true, more: 1 }),
  ],
  ["more unknownField", { ...ruleSet([queueRule(1)]), more: 1 }],
  ["queueRules[1].ruleId duplicate", ruleSet([queueRule(1), queueRule(1)])],
  ["queueRules[0] lastRuleMustMatch", ruleSet([queueRule(1, { isEnabled: false })])],
  [
    "queueRules[0].treatment.steps[1].afterSeconds stepsOutOfOrder",
    ruleSet([queueRule(1, { treatment: treatment({ steps }) })]),
  ],
  [
    "queueRules[0].treatment missingAllocationRule",
    ruleSet([queueRule(1)], { allocationRules: [allocationRule({ skillGroupId: RETURNS })] }),
  ],
  [
    "allocationRules[0].otherwise circle",
    ruleSet([queueRule(1)], {
      allocationRules: [allocationRule({ otherwise: { ...waitAnyway, full: back } })],
    }),
  ],
  [
    "allocationRules[0].order.agentIds unknownAgent",
    ruleSet([queueRule(1)], {
      allocationRules: [allocationRule({ order: { by: "fixed", agentIds: [agentNumbered(2)] } })],
    }),
  ],
])("%s is told", (fault, json) => {
  expect(faultsOf(json)).toContain(fault);
});

test("a group that is not known is refused", () => {
  const read = readRuleSet(ruleSet([queueRule(1)]), { ...known, groups: new Set([RETURNS, TECHNICAL]) });
  expect(read.isRead ? [] : read.faults).toContainEqual({
    path: "queueRules[0].treatment",
    kind: "unknownGroup",
  });
});
