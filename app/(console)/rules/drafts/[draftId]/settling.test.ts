import { describe, expect, test } from "vitest";
import { applyEdit } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import {
  differingPlaces,
  type Side,
  settlingEdit,
  stillOpen,
} from "@/app/(console)/rules/drafts/[draftId]/settling";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import type { QueueRule, RuleSet } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { type Conflict, mergeContent } from "@/server/domain/routing/versions/merge";
import { allocationRule, queueRule, RETURNS, ruleSet } from "@/server/testing/routing/generated-rules";

const [one, two, three, four, last] = [1, 2, 3, 4, 999].map((number) => queueRule(number));
const all = (...rules: (QueueRule | undefined)[]) => rules.flatMap((rule) => rule ?? []);
const content = (ruleSet: RuleSet, ...examples: ExampleTest[]): RuleContent => ({ ruleSet, examples });
const example = (name: string): ExampleTest => ({
  exampleId: ExampleId.parse("d0000000-0000-4000-8000-000000000001"),
  name,
  call: unknownCall,
  groups: [],
  at: 0,
  expected: { kind: "hangUp" },
});
const base = ruleSet(all(one, two, three, four, last));
const weighing = (weight: number): RuleSet => ({
  ...base,
  allocationRules: base.allocationRules.map((rule) =>
    rule.skillGroupId === RETURNS ? allocationRule({ skillGroupId: RETURNS, weight }) : rule,
  ),
});

const before = content(base, example("Before"));
const rules = (...rules: (QueueRule | undefined)[]) => content(ruleSet(all(...rules)), example("Before"));
const contested: [what: string, mine: RuleContent, theirs: RuleContent][] = [
  [
    "a rule",
    rules(queueRule(1, { name: "Mine" }), two, three, four, last),
    rules(queueRule(1, { name: "Theirs" }), two, three, four, last),
  ],
  [
    "a rule that I took out",
    rules(two, three, four, last),
    rules(queueRule(1, { name: "Theirs" }), two, three, four, last),
  ],
  ["the order", rules(one, three, two, four, last), rules(one, two, four, three, last)],
  ["how calls find an agent", { ...before, ruleSet: weighing(5) }, { ...before, ruleSet: weighing(-5) }],
  [
    "the time zone",
    { ...before, ruleSet: { ...base, timeZone: "Europe/Berlin" } },
    { ...before, ruleSet: { ...base, timeZone: "Asia/Tokyo" } },
  ],
  ["an example", content(base, example("Mine")), content(base, example("Theirs"))],
  ["an example that I took out", content(base), content(base, example("Theirs"))],
  ["an example that they took out", content(base, example("Mine")), content(base)],
];

describe("whichever side is chosen of what both changed, it then stands as that side had it", () => {
  test.each(contested)("%s", (_, mine, theirs) => {
    const merged = mergeContent({ base: before, mine, theirs });
    const settled = (side: Side) =>
      merged.conflicts.reduce(
        (now, conflict) => applyEdit(now, settlingEdit(conflict, side)),
        merged.content,
      );
    expect(merged.conflicts).toHaveLength(1);
    expect(settled("mine")).toEqual(mine);
    expect(settled("theirs")).toEqual(theirs);
  });
});

test("a rule that came while an order was chosen stays where it is, and the last rule last", () => {
  const now = content(ruleSet(all(one, queueRule(5), two, last)));
  const ids = (...rules: (QueueRule | undefined)[]) => all(...rules).map(({ ruleId }) => ruleId);
  const after = (ruleIds: ReturnType<typeof ids>) =>
    applyEdit(now, { kind: "orderRules", ruleIds }).ruleSet.queueRules.map(({ name }) => name);
  expect(after(ids(two, one, last))).toEqual(["Rule 2", "Rule 5", "Rule 1", "Rule 999"]);
  expect(after(ids(last, two, one))).toEqual(["Rule 1", "Rule 5", "Rule 2", "Rule 999"]);
});

test("a choice that is open stays open when another change comes in, with its latest versions", () => {
  const zone = (theirs: string): Conflict => ({ kind: "timeZone", mine: "UTC", theirs });
  const order: Conflict = { kind: "order", mine: [], theirs: [] };
  expect(stillOpen([zone("Asia/Tokyo")], [order])).toEqual([zone("Asia/Tokyo"), order]);
  expect(stillOpen([zone("Asia/Tokyo"), order], [zone("Asia/Seoul")])).toEqual([zone("Asia/Seoul"), order]);
});

test("of two orders only the places are told at which they differ", () => {
  const ids = base.queueRules.map(({ ruleId }) => ruleId);
  const [first, second, third, fourth, fifth] = ids;
  const theirs = [first, third, second, fourth, fifth].flatMap((ruleId) => ruleId ?? []);
  expect(differingPlaces({ kind: "order", mine: ids, theirs })).toEqual({
    from: 2,
    mine: [second, third],
    theirs: [third, second],
  });
});
