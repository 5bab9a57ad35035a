import { describe, expect, test } from "vitest";
import type { Way } from "@/server/domain/routing/analysis/coming";
import { decideArrival, decideWaiting } from "@/server/domain/routing/decide";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { floorOf } from "@/server/domain/routing/regions/example";
import type { Fallbacks, Step, Treatment } from "@/server/domain/routing/rule";
import { waitAnyway } from "@/server/domain/routing/versions/starter";
import { ORDERS, queueRule, RETURNS, ruleSet, treatment } from "@/server/testing/routing/generated-rules";
import {
  daily,
  day,
  HOUR_MS,
  hangUp,
  neverOpen,
  night,
  type Settings,
  settingsOf,
  to,
  treatmentOfFirst,
  waitingSince,
  waysIn,
} from "@/server/testing/routing/opening-cases";

interface Case {
  readonly guarantee: string;
  readonly treatment: Partial<Treatment>;
  readonly settings: Settings;
  readonly found: readonly Way["because"][];
}

const overflow = (afterSeconds: number): Step => ({ ...to(RETURNS), afterSeconds });
const widen = (afterSeconds: number): Step => ({ kind: "widen", afterSeconds, to: [RETURNS] });
const closedHangsUp: Fallbacks = { ...waitAnyway, closed: hangUp };

const cases: Case[] = [
  {
    guarantee: "a group that is closed whenever the one before is",
    treatment: { otherwise: { ...waitAnyway, closed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: { hours: daily([10, 17]) } },
    found: ["closed"],
  },
  {
    guarantee: "a group that is open when the one before is closed is fine",
    treatment: { otherwise: { ...waitAnyway, closed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "nobody can be missing from a group that is not asked, because it is closed",
    treatment: { otherwise: { ...waitAnyway, unstaffed: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: ["unstaffed"],
  },
  {
    guarantee: "a queue without limit is never full",
    treatment: { otherwise: { ...waitAnyway, full: to(RETURNS) } },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a queue with a limit is full only while it is open",
    treatment: { otherwise: { ...waitAnyway, full: to(RETURNS) } },
    settings: { [ORDERS]: { ...day, queueMax: 5 }, [RETURNS]: night },
    found: ["full"],
  },
  {
    guarantee: "the longest wait ends in the night for who came in the evening",
    treatment: { otherwise: { ...closedHangsUp, full: to(RETURNS) } },
    settings: { [ORDERS]: { ...day, queueMax: 5, longestWaitSeconds: 60 }, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a timed overflow comes later than the call: after the evening's end it is night",
    treatment: { otherwise: closedHangsUp, steps: [overflow(60)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "a timed overflow at once meets the hours of the arrival",
    treatment: { otherwise: closedHangsUp, steps: [overflow(0)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: ["overflow"],
  },
  {
    guarantee: "a timed overflow to a group that has closed by then",
    treatment: { otherwise: closedHangsUp, steps: [overflow(3600)] },
    settings: { [ORDERS]: { hours: daily([9, 10]) }, [RETURNS]: { hours: daily([9, 10]) } },
    found: ["overflow"],
  },
  {
    guarantee: "callers who wait anyway may overflow in the night too",
    treatment: { steps: [overflow(0)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "nobody overflows who was hung up on before",
    treatment: {
      otherwise: closedHangsUp,
      steps: [{ kind: "hangUp", message: "Sorry", afterSeconds: 30 }, overflow(60)],
    },
    settings: { [ORDERS]: day, [RETURNS]: { hours: daily([1, 2]) } },
    found: [],
  },
  {
    guarantee: "who is widened to a group waits until it opens",
    treatment: { otherwise: closedHangsUp, steps: [widen(60)] },
    settings: { [ORDERS]: day, [RETURNS]: night },
    found: [],
  },
  {
    guarantee: "unless the longest wait is over before",
    treatment: { otherwise: { ...closedHangsUp, full: hangUp }, steps: [widen(60)] },
    settings: { [ORDERS]: { ...day, longestWaitSeconds: 600 }, [RETURNS]: { hours: daily([20, 24]) } },
    found: ["widen"],
  },
];

describe("a group that is closed whenever calls come to it is found, and no other", () => {
  test.each(cases)("$guarantee", ({ treatment: overrides, settings, found }) => {
    const rules = ruleSet([queueRule(1, { treatment: treatment(overrides) })]);
    expect(waysIn(neverOpen(rules, settingsOf(settings)))).toEqual(found);
  });
});

test("a condition that asks for the hours narrows when the steps of its rule are due", () => {
  const late = { fact: "timeOfDay", operator: "between", from: 23 * 60, until: 0 } as const;
  const rule = queueRule(1, { when: late, treatment: treatment({ steps: [overflow(1800)] }) });
  const settings = (hours: OpeningHours) => settingsOf({ [RETURNS]: { hours } });
  const [found] = neverOpen(ruleSet([rule, queueRule(2)]), settings(daily([0, 22])));
  expect(found).toBeUndefined();
  const [missed] = neverOpen(ruleSet([rule, queueRule(2)]), settings(daily([1, 22])));
  expect(missed?.place).toEqual({ ruleId: rule.ruleId, step: 0 });
});

test("the example of a timed overflow shows it: the call waits, and the group is closed when the step is due", () => {
  const rules = ruleSet([
    queueRule(1, { treatment: treatment({ otherwise: closedHangsUp, steps: [overflow(3600)] }) }),
  ]);
  const settings = settingsOf({ [ORDERS]: { hours: daily([9, 10]) }, [RETURNS]: { hours: daily([9, 10]) } });
  const [found] = neverOpen(rules, settings);
  const example = found?.example;
  if (!example) throw new Error("it has an example");
  const floor = floorOf(example, settings);
  const { outcome } = decideArrival(rules, { facts: example.call }, { floor, now: example.at });
  expect(outcome).toMatchObject({ kind: "enter", skillGroupId: ORDERS });
  const call = waitingSince(example.at, treatmentOfFirst(rules));
  const { trace } = decideWaiting(rules, call, { floor, now: example.at + HOUR_MS });
  expect(trace.groups).toMatchObject([{ skillGroupId: RETURNS, obstacle: "closed" }]);
});
