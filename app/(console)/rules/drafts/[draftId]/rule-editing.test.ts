import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyEdit,
  type Edit,
  editing,
  startEditing,
} from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import type { Condition } from "@/server/domain/routing/condition";
import { type QueueRule, RuleSet } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import {
  allocationRule,
  ORDERS,
  queueRule,
  RETURNS,
  ruleNumbered,
  ruleSet,
} from "@/server/testing/routing/generated-rules";

const gold: Condition = { fact: "customerTier", operator: "isOneOf", values: ["Gold"] };
const ruleOf = (number: number): QueueRule => queueRule(number, { when: gold });
const content: RuleContent = {
  ruleSet: ruleSet([ruleOf(1), ruleOf(2), ruleOf(3), queueRule(9, { name: "Last" })]),
  examples: [],
};

const anyNumber = fc.integer({ min: 1, max: 12 });
const ruleId = anyNumber.map(ruleNumbered);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anyNumber.map((number) => ({ kind: "addRule" as const, rule: ruleOf(20 + number) })),
  fc.record({
    kind: fc.constant("changeRule" as const),
    rule: anyNumber.map((number) => ({ ...ruleOf(number), name: "Changed", isEnabled: false })),
  }),
  fc.record({ kind: fc.constant("moveRule" as const), ruleId, to: fc.integer({ min: -5, max: 50 }) }),
  fc.record({ kind: fc.constant("shiftRule" as const), ruleId, by: fc.constantFrom(-1, 1) }),
  fc.record({
    kind: fc.constant("orderRules" as const),
    ruleIds: fc.shuffledSubarray([1, 2, 3, 9].map(ruleNumbered)),
  }),
  fc.record({
    kind: fc.constant("duplicateRule" as const),
    ruleId,
    copyId: fc.integer({ min: 100, max: 10_000 }).map(ruleNumbered),
    name: fc.constant("Copy"),
  }),
  fc.record({ kind: fc.constant("deleteRule" as const), ruleId }),
  fc.constant({ kind: "keepAllocation" as const, rule: allocationRule({ weight: 5 }) }),
  fc.constantFrom(ORDERS, RETURNS).map((skillGroupId) => ({
    kind: "deleteAllocation" as const,
    skillGroupId,
  })),
);

test("after any edits the last rule is last, always matches and is in force, and the set is valid", () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
      const after = edits.reduce(applyEdit, content);
      const last = after.ruleSet.queueRules.at(-1);
      expect(last).toMatchObject({ ruleId: ruleNumbered(9), when: null, isEnabled: true });
      expect(RuleSet.safeParse(after.ruleSet).success).toBe(true);
    }),
    { seed: 41 },
  );
});

test("undoing as often as something was changed gives what there was, and redoing gives it back", () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
      const start = startEditing(content);
      const done = edits.reduce((state, edit) => editing(state, { kind: "edit", edit }), start);
      const undone = done.past.reduce((state) => editing(state, { kind: "undo" }), done);
      expect(undone.present).toEqual(content);
      const redone = undone.future.reduce((state) => editing(state, { kind: "redo" }), undone);
      expect(redone.present).toEqual(done.present);
    }),
    { seed: 42 },
  );
});

test("what is typed into one field is undone in one go, and another field is another step", () => {
  const rename = (name: string, field: string) => ({
    kind: "edit" as const,
    edit: { kind: "changeRule" as const, rule: { ...ruleOf(1), name } },
    field,
  });
  const typed = [rename("G", "name 1"), rename("Go", "name 1"), rename("Gol", "other")].reduce(
    editing,
    startEditing(content),
  );
  expect(typed.past).toHaveLength(2);
  expect(editing(typed, { kind: "undo" }).present.ruleSet.queueRules[0]?.name).toBe("Go");
});

test("an edit that changes nothing leaves no step to undo, and the way forth stays open", () => {
  const moved = editing(startEditing(content), {
    kind: "edit",
    edit: { kind: "moveRule", ruleId: ruleNumbered(1), to: 2 },
  });
  const undone = editing(moved, { kind: "undo" });
  const idle = editing(undone, { kind: "edit", edit: { kind: "moveRule", ruleId: ruleNumbered(1), to: 0 } });
  expect(idle.future).toHaveLength(1);
});

test("the last rule keeps its place, however it is asked", () => {
  const last = ruleNumbered(9);
  for (const edit of [
    { kind: "moveRule", ruleId: last, to: 0 },
    { kind: "deleteRule", ruleId: last },
    { kind: "duplicateRule", ruleId: last, copyId: ruleNumbered(50), name: "Copy" },
  ] as const)
    expect(applyEdit(content, edit)).toBe(content);
});
