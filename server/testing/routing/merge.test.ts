import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExampleId, type ExampleTest } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import type { QueueRule, RuleId, RuleSet } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { mergeContent, mergeRuleSets } from "@/server/domain/routing/versions/merge";
import { allocationRule, queueRule, RETURNS, ruleSet } from "@/server/testing/routing/generated-rules";

const last = queueRule(999);
const withRules = (...rules: QueueRule[]): RuleSet => ruleSet([...rules, last]);
const named = (number: number, name: string) => queueRule(number, { name });
const numbersOf = ({ queueRules }: RuleSet) =>
  queueRules.map(({ ruleId }) => Number(ruleId.slice(-3))).filter((number) => number !== 999);
const namesOf = ({ queueRules }: RuleSet) => queueRules.map(({ name }) => name);

/** A base of six rules, some taken out, renamed, moved or added: ids of additions are the side's own. */
const editedBy = (firstNew: number) =>
  fc
    .record({
      order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 3 }),
      renamed: fc.subarray([1, 2, 3, 4, 5, 6]),
      isMoved: fc.boolean(),
      added: fc.array(
        fc.record({ at: fc.nat(6), number: fc.integer({ min: firstNew, max: firstNew + 5 }) }),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ order, renamed, isMoved, added }) => {
      const numbers = isMoved ? order : order.toSorted((one, other) => one - other);
      const rules = numbers.map((number) =>
        renamed.includes(number) ? named(number, `By ${firstNew}`) : queueRule(number),
      );
      for (const { at, number } of added) {
        if (!rules.some(({ ruleId }) => ruleId === queueRule(number).ruleId)) {
          rules.splice(at, 0, queueRule(number));
        }
      }
      return withRules(...rules);
    });

const base = withRules(...[1, 2, 3, 4, 5, 6].map((number) => queueRule(number)));

describe("merging what two people made of one rule set", () => {
  test("gives mine where nobody else changed anything, and theirs where I did not", () => {
    fc.assert(
      fc.property(editedBy(100), (edited) => {
        expect(mergeRuleSets({ base, mine: edited, theirs: base })).toMatchObject({
          ruleSet: edited,
          conflicts: [],
        });
        expect(mergeRuleSets({ base, mine: base, theirs: edited }).ruleSet).toEqual(edited);
        expect(mergeRuleSets({ base, mine: edited, theirs: edited }).ruleSet).toEqual(edited);
      }),
      { seed: 42 },
    );
  });

  test("does not depend on whose side is called mine, unless both want different things", () => {
    fc.assert(
      fc.property(editedBy(100), editedBy(200), (one, other) => {
        const merged = mergeRuleSets({ base, mine: one, theirs: other });
        const mirrored = mergeRuleSets({ base, mine: other, theirs: one });
        expect(mirrored.conflicts).toEqual(
          merged.conflicts.map((conflict) => ({
            ...conflict,
            mine: conflict.theirs,
            theirs: conflict.mine,
          })),
        );
        fc.pre(merged.conflicts.length === 0);
        expect(mirrored.ruleSet).toEqual(merged.ruleSet);
      }),
      { seed: 43 },
    );
  });

  test("keeps every rule that somebody added or changed, and the last rule last", () => {
    fc.assert(
      fc.property(editedBy(100), editedBy(200), (mine, theirs) => {
        const { ruleSet: merged } = mergeRuleSets({ base, mine, theirs });
        const added = [...numbersOf(mine), ...numbersOf(theirs)].filter((number) => number >= 100);
        expect(numbersOf(merged)).toEqual(expect.arrayContaining(added));
        expect(new Set(numbersOf(merged)).size).toBe(numbersOf(merged).length);
        expect(merged.queueRules.at(-1)).toEqual(last);
      }),
      { seed: 44 },
    );
  });

  test("lets changes to different rules both survive", () => {
    const mine = withRules(named(1, "Mine"), queueRule(2), queueRule(3));
    const theirs = withRules(queueRule(1), named(2, "Theirs"), queueRule(3));
    const merged = mergeRuleSets({ base: withRules(queueRule(1), queueRule(2), queueRule(3)), mine, theirs });
    expect(merged.conflicts).toEqual([]);
    expect(namesOf(merged.ruleSet)).toEqual(["Mine", "Theirs", "Rule 3", "Rule 999"]);
  });

  test("names a rule that both changed, and keeps mine until somebody chooses", () => {
    const [mine, theirs] = [named(1, "Mine"), named(1, "Theirs")];
    const merged = mergeRuleSets({
      base: withRules(queueRule(1)),
      mine: withRules(mine),
      theirs: withRules(theirs),
    });
    expect(merged.conflicts).toEqual([{ kind: "rule", ruleId: mine.ruleId, mine, theirs }]);
    expect(namesOf(merged.ruleSet)).toEqual(["Mine", "Rule 999"]);
  });

  test("brings back a rule that I took out and another changed, in its place", () => {
    const merged = mergeRuleSets({
      base: withRules(queueRule(1), queueRule(2), queueRule(3)),
      mine: withRules(queueRule(1), queueRule(3)),
      theirs: withRules(queueRule(1), named(2, "Theirs"), queueRule(3)),
    });
    expect(merged.conflicts).toMatchObject([{ mine: null }]);
    expect(numbersOf(merged.ruleSet)).toEqual([1, 2, 3]);
  });

  test("keeps my order where both put the rules into another one, and tells the whole of theirs", () => {
    const [one, two, three] = [queueRule(1), queueRule(2), queueRule(3)];
    const merged = mergeRuleSets({
      base: withRules(one, two, three),
      mine: withRules(two, one, three),
      theirs: withRules(three, one, two),
    });
    const idsOf = (...rules: QueueRule[]) => [...rules, last].map(({ ruleId }) => ruleId);
    expect(merged.conflicts).toEqual([
      { kind: "order", mine: idsOf(two, one, three), theirs: idsOf(three, one, two) },
    ]);
    expect(numbersOf(merged.ruleSet)).toEqual([2, 1, 3]);
  });

  test("merges how groups find their agents, and the time zone, by the same rules", () => {
    const [mine, theirs] = [base, base].map((rules) => structuredClone(rules));
    const changed = { ...base, timeZone: "Europe/Berlin" };
    const heavier = allocationRule({ skillGroupId: RETURNS, weight: 5 });
    const lighter = allocationRule({ skillGroupId: RETURNS, weight: -5 });
    const weighing = (rules: RuleSet | undefined, rule: typeof heavier): RuleSet => ({
      ...(rules ?? base),
      allocationRules: base.allocationRules.map((own) => (own.skillGroupId === RETURNS ? rule : own)),
    });
    const merged = mergeRuleSets({ base, mine: weighing(mine, heavier), theirs: weighing(theirs, lighter) });
    expect(merged.conflicts).toEqual([
      { kind: "allocation", skillGroupId: RETURNS, mine: heavier, theirs: lighter },
    ]);
    const both = mergeRuleSets({ base, mine: weighing(mine, heavier), theirs: changed });
    expect(both.conflicts).toEqual([]);
    expect(both.ruleSet).toEqual({ ...weighing(base, heavier), timeZone: "Europe/Berlin" });
  });

  test("names both time zones where both chose another one, and keeps mine", () => {
    const [mine, theirs] = ["Europe/Berlin", "Asia/Tokyo"];
    const merged = mergeRuleSets({
      base,
      mine: { ...base, timeZone: mine },
      theirs: { ...base, timeZone: theirs },
    });
    expect(merged.conflicts).toEqual([{ kind: "timeZone", mine, theirs }]);
    expect(merged.ruleSet.timeZone).toBe(mine);
  });

  test("offers orders that hold every rule there is now, each as its side has them", () => {
    fc.assert(
      fc.property(editedBy(100), editedBy(200), (mine, theirs) => {
        const { ruleSet: merged, conflicts } = mergeRuleSets({ base, mine, theirs });
        const contested = conflicts.find(({ kind }) => kind === "order");
        fc.pre(contested?.kind === "order");
        if (contested?.kind !== "order") return;
        const all = merged.queueRules.map(({ ruleId }) => ruleId);
        expect(contested.mine).toEqual(all);
        expect([...contested.theirs].sort()).toEqual([...all].sort());
        const rulesOf = ({ queueRules }: RuleSet) => queueRules.map(({ ruleId }) => ruleId);
        const known = new Set(rulesOf(base).filter((ruleId) => rulesOf(theirs).includes(ruleId)));
        const keptOf = (order: readonly RuleId[]) =>
          order.filter((ruleId) => known.has(ruleId) && all.includes(ruleId));
        expect(keptOf(contested.theirs)).toEqual(keptOf(rulesOf(theirs)));
      }),
      { seed: 45 },
    );
  });
});

describe("merging the examples of one draft", () => {
  const example = (number: number, name: string): ExampleTest => ({
    exampleId: ExampleId.parse(`d0000000-0000-4000-8000-00000000000${number}`),
    name,
    call: unknownCall,
    groups: [],
    at: 0,
    expected: { kind: "hangUp" },
  });
  const content = (...examples: ExampleTest[]): RuleContent => ({ ruleSet: base, examples });
  const kept = ({ examples }: RuleContent) => examples.map(({ name }) => name);

  test("keeps what two people added, changed and took out, each as they meant it", () => {
    const merged = mergeContent({
      base: content(example(1, "kept"), example(2, "changed by them"), example(3, "taken out by me")),
      mine: content(example(1, "kept"), example(2, "changed by them"), example(4, "mine")),
      theirs: content(example(1, "kept"), example(2, "theirs"), example(3, "taken out by me")),
    });
    expect(kept(merged.content)).toEqual(["kept", "theirs", "mine"]);
    expect(merged.conflicts).toEqual([]);
  });

  test("names an example that both changed, and keeps mine until somebody chooses", () => {
    const [mine, theirs] = [example(1, "Mine"), example(1, "Theirs")];
    const merged = mergeContent({
      base: content(example(1, "Before")),
      mine: content(mine),
      theirs: content(theirs),
    });
    expect(merged.conflicts).toEqual([{ kind: "example", exampleId: mine.exampleId, mine, theirs }]);
    expect(kept(merged.content)).toEqual(["Mine"]);
  });

  test("keeps an example that one took out while the other changed it, and names it", () => {
    const [before, after] = [content(example(1, "Before")), content(example(1, "After"))];
    const mineGone = mergeContent({ base: before, mine: content(), theirs: after });
    const theirsGone = mergeContent({ base: before, mine: after, theirs: content() });
    for (const merged of [mineGone, theirsGone]) expect(kept(merged.content)).toEqual(["After"]);
    expect(mineGone.conflicts).toMatchObject([{ kind: "example", mine: null }]);
    expect(theirsGone.conflicts).toMatchObject([{ kind: "example", theirs: null }]);
  });
});
