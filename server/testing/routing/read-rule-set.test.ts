import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { readRuleSet } from "@/server/domain/routing/read-rule-set";
import type { Treatment } from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  agentNumbered,
  allocationRule,
  groupNumbered,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallRuleSet,
  smallWorld,
  TECHNICAL,
  treatment,
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
    "queueRules[0].treatment.skillGroupId missingAllocationRule",
    ruleSet([queueRule(1)], { allocationRules: [allocationRule({ skillGroupId: RETURNS })] }),
  ],
  [
    "allocationRules[0].otherwise circle",
    ruleSet([queueRule(1)], {
      allocationRules: [allocationRule({ otherwise: { ...waitAnyway, full: back } })],
    }),
  ],
  [
    "allocationRules[0].order.agentIds[0] unknownAgent",
    ruleSet([queueRule(1)], {
      allocationRules: [allocationRule({ order: { by: "fixed", agentIds: [agentNumbered(2)] } })],
    }),
  ],
])("%s is told", (fault, json) => {
  expect(faultsOf(json)).toContain(fault);
});

const stranger = groupNumbered(9);
const overflow = { kind: "overflow", to: stranger } as const;
const ofTreatment = (overrides: Partial<Treatment>) =>
  ruleSet([queueRule(1, { treatment: treatment(overrides) })]);

test.each<[string, unknown]>([
  ["queueRules[0].treatment.skillGroupId unknownGroup", ofTreatment({ skillGroupId: stranger })],
  [
    "queueRules[0].treatment.otherwise.full.to unknownGroup",
    ofTreatment({ otherwise: { ...waitAnyway, full: overflow } }),
  ],
  [
    "queueRules[0].treatment.steps[1].to unknownGroup",
    ofTreatment({
      steps: [
        { kind: "offerCallback", afterSeconds: 0 },
        { ...overflow, afterSeconds: 9 },
      ],
    }),
  ],
  [
    "queueRules[0].treatment.steps[0].to[1] unknownGroup",
    ofTreatment({ steps: [{ kind: "widen", afterSeconds: 9, to: [ORDERS, stranger] }] }),
  ],
  [
    "queueRules[0].when.any[0].not.skillGroupId unknownGroup",
    withCondition({
      any: [{ not: { fact: "isOpen", skillGroupId: stranger, operator: "is", value: true } }],
    }),
  ],
  [
    "queueRules[0].when.all[0].values[1] unknownAgent",
    withCondition({
      all: [{ fact: "lastAgentId", operator: "isOneOf", values: [null, agentNumbered(9)] }],
    }),
  ],
  [
    "allocationRules[0].otherwise.closed.to unknownGroup",
    ruleSet([queueRule(1)], {
      allocationRules: [allocationRule({ otherwise: { ...waitAnyway, closed: overflow } })],
    }),
  ],
])("what nobody knows is told where it stands: %s", (fault, json) => {
  expect(faultsOf(json)).toEqual([fault]);
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const Json: z.ZodType<Json> = z.json();

const scraps = fc.constantFrom<Json>(
  null,
  true,
  0,
  1,
  45,
  -1,
  0.5,
  1e9,
  "",
  "x",
  [],
  {},
  [null],
  { not: {} },
  RETURNS,
);

/** The same but for one thing, at any depth: something else in its place, gone, twice or one too many. */
function mutated(json: Json): fc.Arbitrary<Json> {
  const here = fc.oneof(
    scraps,
    scraps.map((scrap) => (Array.isArray(json) ? [...json, scrap] : scrap)),
  );
  if (typeof json !== "object" || json === null) return here;
  if (Array.isArray(json)) {
    if (json.length === 0) return here;
    const within = fc
      .nat(json.length - 1)
      .chain((index) =>
        fc.oneof(
          { weight: 20, arbitrary: mutated(json[index] ?? null).map((part) => json.with(index, part)) },
          fc.constantFrom<Json>(json.toSpliced(index, 1), json.toSpliced(index, 0, json[index] ?? null)),
        ),
      );
    return fc.oneof(here, { weight: 20, arbitrary: within });
  }
  const names = Object.keys(json);
  if (names.length === 0) return here;
  const within = fc.constantFrom(...names).chain((name) => {
    const { [name]: part = null, ...others } = json;
    return fc.oneof(
      { weight: 20, arbitrary: mutated(part).map((other): Json => ({ ...json, [name]: other })) },
      fc.constantFrom<Json>(others, { ...json, more: part }),
    );
  });
  return fc.oneof(here, { weight: 20, arbitrary: within });
}

/** Something of everything that treatments and allocation rules may say. */
const rich = treatment({
  otherwise: {
    closed: { kind: "overflow", to: RETURNS },
    unstaffed: { kind: "callback" },
    full: { kind: "hangUp", message: "Please call again" },
  },
  steps: [
    { kind: "announce", afterSeconds: 0, what: "position" },
    { kind: "raisePriority", afterSeconds: 10, by: 5 },
    { kind: "widen", afterSeconds: 20, to: [RETURNS, TECHNICAL] },
    { kind: "lowerProficiency", afterSeconds: 20, to: 2 },
    { kind: "offerCallback", afterSeconds: 30 },
    { kind: "overflow", afterSeconds: 40, to: TECHNICAL },
    { kind: "hangUp", afterSeconds: 50, message: "Please call again" },
  ],
});
const allocationRules = [
  allocationRule({
    order: { by: "fixed", agentIds: [agentNumbered(1)] },
    lastAgentFirst: { withinDays: 3, whileWaitingSeconds: 20 },
    rings: [{ afterSeconds: 10, leastProficiency: 3 }],
  }),
  allocationRule({ skillGroupId: RETURNS, order: { by: "random", seed: 7 } }),
  allocationRule({
    skillGroupId: TECHNICAL,
    otherwise: { ...waitAnyway, full: { kind: "overflow", to: RETURNS } },
  }),
];

const generated = smallWorld
  .chain(smallRuleSet)
  .map(({ queueRules: [first = queueRule(1), ...others], ...rules }) =>
    Json.parse(
      JSON.parse(
        JSON.stringify({ ...rules, allocationRules, queueRules: [{ ...first, treatment: rich }, ...others] }),
      ),
    ),
  );

test("any single mutation of a rule set is refused with the path of a fault or comes back equal", () => {
  let read = 0;
  fc.assert(
    fc.property(generated.chain(mutated), (json) => {
      const answer = readRuleSet(json, known);
      if (!answer.isRead) expect(answer.faults.length).toBeGreaterThan(0);
      else {
        read += 1;
        expect(answer.ruleSet).toEqual(json);
      }
    }),
    { seed: 42, numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(50);
});
