import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import { diff } from "@/server/domain/routing/analysis/diff";
import { decideArrival } from "@/server/domain/routing/decide";
import { type GroupSettings, usualSettings } from "@/server/domain/routing/group-settings";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { type Example, floorOf } from "@/server/domain/routing/regions/example";
import type { RuleSet, Treatment } from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import {
  allocationRule,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallRuleSet,
  smallSurroundings,
  smallWorld,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const staffed = new Set([ORDERS, RETURNS, TECHNICAL]);

function treatmentOf(rules: RuleSet, example: Example): Treatment | undefined {
  const floor = floorOf(example, smallSurroundings.settings);
  const { outcome } = decideArrival(rules, { facts: example.call }, { floor, now: example.at });
  return rules.queueRules.find(({ ruleId }) => ruleId === outcome.ruleId)?.treatment;
}

const pairs = smallWorld.chain((world) =>
  fc.record({
    before: smallRuleSet(world),
    after: smallRuleSet(world),
    examples: fc.constant(world.examples),
  }),
);

test("of 2,000 generated pairs, the difference names exactly the changes that counting out every call finds", () => {
  fc.assert(
    fc.property(pairs, ({ before, after, examples }) => {
      const counted = new Set<string>();
      for (const example of examples) {
        const [was, is] = [treatmentOf(before, example), treatmentOf(after, example)];
        if (was?.priority !== is?.priority) counted.add(`${was?.priority} ${is?.priority}`);
      }
      const found = diff(before, after, smallSurroundings);
      if (!found.isFinished) throw new Error("so little is not too entangled");
      const told = found.calls.map(
        (change) => `${change.before?.treatment.priority} ${change.after?.treatment.priority}`,
      );
      expect(new Set(told)).toEqual(counted);
      for (const change of found.calls) {
        expect(treatmentOf(before, change.example)).toEqual(change.before?.treatment);
        expect(treatmentOf(after, change.example)).toEqual(change.after?.treatment);
      }
    }),
    { seed: 21, numRuns: 2000 },
  );
}, 60_000);

test("of 2,000 generated rule sets, the rules that never match are exactly those that no call comes to", () => {
  fc.assert(
    fc.property(pairs, ({ before, examples }) => {
      const counted = new Set(
        examples.map((example) => {
          const floor = floorOf(example, smallSurroundings.settings);
          return decideArrival(before, { facts: example.call }, { floor, now: example.at }).outcome.ruleId;
        }),
      );
      const analysis = analyse(before, { ...smallSurroundings, staffed });
      if (!analysis.isFinished) throw new Error("so little is not too entangled");
      const dead = analysis.findings.flatMap(({ fault, place }) =>
        (fault.kind === "neverMatches" || fault.kind === "contradiction") &&
        place !== null &&
        "ruleId" in place
          ? [place.ruleId]
          : [],
      );
      const idle = before.queueRules.filter(({ ruleId, isEnabled }) => isEnabled && !counted.has(ruleId));
      expect(new Set(dead)).toEqual(new Set(idle.map(({ ruleId }) => ruleId)));
    }),
    { seed: 22, numRuns: 2000 },
  );
}, 60_000);

test("rules that take other calls may change places, and no call is treated differently", () => {
  const gold = queueRule(1, {
    when: { fact: "customerTier", operator: "isOneOf", values: ["Gold"] },
    treatment: treatment({ priority: 5 }),
  });
  const silver = queueRule(2, {
    when: { fact: "customerTier", operator: "isOneOf", values: ["Silver"] },
    treatment: treatment({ priority: 3 }),
  });
  const last = queueRule(3);
  expect(diff(ruleSet([gold, silver, last]), ruleSet([silver, gold, last]), smallSurroundings)).toEqual({
    isFinished: true,
    calls: [],
    allocation: [],
  });
});

function faultsOf(rules: RuleSet, settings: Partial<GroupSettings> = {}): string[] {
  const known = {
    ...smallSurroundings,
    settings: new Map(
      [ORDERS, RETURNS, TECHNICAL].map((group) => [group, { ...usualSettings(group), ...settings }]),
    ),
  };
  const analysis = analyse(rules, { ...known, staffed });
  return analysis.isFinished ? analysis.findings.map(({ fault }) => fault.kind) : [];
}

const toReturns = { kind: "overflow", to: RETURNS } as const;
const hangUp = { kind: "hangUp", message: "Nobody is there" } as const;
const longShift = [
  { kind: "announce", afterSeconds: 10, what: "position" },
  { kind: "announce", afterSeconds: 90, what: "position" },
] as const;

test("a step after the longest wait has no effect, unless callers may wait anyway", () => {
  const withFull = (full: Treatment["otherwise"]["full"]) =>
    ruleSet([
      queueRule(1, { treatment: treatment({ steps: [...longShift], otherwise: { ...waitAnyway, full } }) }),
    ]);
  const kinds = [hangUp, { kind: "waitAnyway" } as const].map((full) =>
    faultsOf(withFull(full), { longestWaitSeconds: 60 }).includes("stepAfterLongestWait"),
  );
  expect(kinds).toEqual([true, false]);
});

test("steps out of the order of time are found", () => {
  const steps = longShift.toReversed();
  expect(faultsOf(ruleSet([queueRule(1, { treatment: treatment({ steps }) })]))).toContain("stepsOutOfOrder");
});

test("a chain of groups that are all closed when it is taken, and at whose end callers wait, ends nowhere", () => {
  const week: OpeningHours["week"] = [[], [], [], [], [], [], []];
  const never = { timeZone: "Asia/Shanghai", week, specialDays: [] };
  const otherwise = { ...waitAnyway, closed: toReturns };
  const rules = ruleSet([queueRule(1, { treatment: treatment({ otherwise }) })]);
  expect(faultsOf(rules, { hours: never })).toEqual(expect.arrayContaining(["endsNowhere", "neverOpen"]));
  expect(faultsOf(rules)).not.toContain("endsNowhere");
});

test("a circle through a timed overflow is told as well", () => {
  const steps = [{ kind: "overflow", afterSeconds: 60, to: RETURNS } as const];
  const full = { kind: "overflow", to: ORDERS } as const;
  const rules = ruleSet([queueRule(1, { treatment: treatment({ steps }) })], {
    allocationRules: [
      allocationRule(),
      allocationRule({ skillGroupId: RETURNS, otherwise: { ...waitAnyway, full } }),
      allocationRule({ skillGroupId: TECHNICAL }),
    ],
  });
  expect(faultsOf(rules)).toContain("circle");
});
