import type { SkillGroupId } from "@/server/domain/identifiers";
import type { ExampleId, ExampleTest } from "@/server/domain/routing/example-test";
import type { AllocationRule, QueueRule, RuleId, RuleSet } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { mergeOrder, type Sides } from "@/server/domain/routing/versions/merge-order";

/** What each of two people made of one thing that both changed, each in another way. */
interface Contested<Value> {
  readonly mine: Value;
  readonly theirs: Value;
}

/** Something that both changed, each in another way. */
export type Conflict =
  /** A queue rule; null for who took it out. */
  | ({ readonly kind: "rule"; readonly ruleId: RuleId } & Contested<QueueRule | null>)
  /** How a group's calls find their agents; null for who took it out. */
  | ({ readonly kind: "allocation"; readonly skillGroupId: SkillGroupId } & Contested<AllocationRule | null>)
  /** The order of all rules that there are now, as each would have it. */
  | ({ readonly kind: "order" } & Contested<readonly RuleId[]>)
  | ({ readonly kind: "timeZone" } & Contested<RuleSet["timeZone"]>)
  /** An example call; null for who took it out. */
  | ({ readonly kind: "example"; readonly exampleId: ExampleId } & Contested<ExampleTest | null>);

export interface MergedContent {
  readonly content: RuleContent;
  readonly conflicts: readonly Conflict[];
}

/** What two people made of one draft: rule by rule, and example by example. */
export function mergeContent(sides: Sides<RuleContent>): MergedContent {
  const { ruleSet, conflicts } = mergeRuleSets(mapSides(sides, (content) => content.ruleSet));
  // In which order examples are listed means nothing, so that nobody is asked about it.
  const examples = mergeKeyed(mapSides(sides, keyedExamples));
  return {
    content: { ruleSet, examples: examples.items },
    conflicts: [
      ...conflicts,
      ...examples.conflicts.map(({ key, ...both }) => ({
        kind: "example" as const,
        exampleId: key,
        ...both,
      })),
    ],
  };
}

interface MergedRuleSet {
  /** Nothing of it is lost: where both changed one thing it has mine, or theirs where I took it out. */
  readonly ruleSet: RuleSet;
  readonly conflicts: readonly Conflict[];
}

/**
 * What two people made of one rule set, rule by rule: changes to different rules both survive, and what both
 * changed alike is no conflict.
 */
export function mergeRuleSets(sides: Sides<RuleSet>): MergedRuleSet {
  const queue = mergeKeyed(mapSides(sides, keyedRules));
  const allocation = mergeKeyed(mapSides(sides, keyedAllocation));
  const zones = mapSides(sides, ({ timeZone }) => timeZone);
  const zone = mergeOne(zones);
  const rules = queue.conflicts.map(({ key, ...both }) => ({ kind: "rule" as const, ruleId: key, ...both }));
  const groups = allocation.conflicts.map(({ key, ...both }) => ({
    kind: "allocation" as const,
    skillGroupId: key,
    ...both,
  }));
  return {
    ruleSet: {
      timeZone: zone.value,
      queueRules: queue.items,
      allocationRules: allocation.items,
    },
    conflicts: [
      ...rules,
      ...(queue.orders === null ? [] : [{ kind: "order" as const, ...queue.orders }]),
      ...groups,
      ...(zone.isConflict ? [{ kind: "timeZone" as const, mine: zones.mine, theirs: zones.theirs }] : []),
    ],
  };
}

function keyedRules({ queueRules }: RuleSet): Map<RuleId, QueueRule> {
  return new Map(queueRules.map((rule) => [rule.ruleId, rule]));
}

function keyedAllocation({ allocationRules }: RuleSet): Map<SkillGroupId, AllocationRule> {
  return new Map(allocationRules.map((rule) => [rule.skillGroupId, rule]));
}

function keyedExamples({ examples }: RuleContent): Map<ExampleId, ExampleTest> {
  return new Map(examples.map((example) => [example.exampleId, example]));
}

function mapSides<From, To>({ base, mine, theirs }: Sides<From>, map: (value: From) => To): Sides<To> {
  return { base: map(base), mine: map(mine), theirs: map(theirs) };
}

function mergeKeyed<Key extends string, Item>(sides: Sides<ReadonlyMap<Key, Item>>) {
  const keys = new Set([...sides.base.keys(), ...sides.mine.keys(), ...sides.theirs.keys()]);
  const merged = new Map<Key, Item>();
  const conflicts: { key: Key; mine: Item | null; theirs: Item | null }[] = [];
  for (const key of keys) {
    const ofKey = mapSides(sides, (items) => items.get(key) ?? null);
    const { value, isConflict } = mergeOne(ofKey);
    if (value !== null) merged.set(key, value);
    if (isConflict) conflicts.push({ key, mine: ofKey.mine, theirs: ofKey.theirs });
  }
  const orders = mapSides(sides, (items) => [...items.keys()]);
  const kept = new Set(merged.keys());
  const { order, isContested } = mergeOrder(orders, kept);
  const items = order.flatMap((key) => merged.get(key) ?? []);
  const { base, mine, theirs } = orders;
  // The same the other way round, where what I put into order gives way.
  const others = isContested ? mergeOrder({ base, mine: theirs, theirs: mine }, kept).order : order;
  return { items, conflicts, orders: isContested ? { mine: order, theirs: others } : null };
}

function mergeOne<Value>({ base, mine, theirs }: Sides<Value>): { value: Value; isConflict: boolean } {
  const [was, own, others] = [canonical(base), canonical(mine), canonical(theirs)];
  if (own === others || others === was) return { value: mine, isConflict: false };
  if (own === was) return { value: theirs, isConflict: false };
  return { value: mine ?? theirs, isConflict: true };
}

/** One text for one content, in whichever order its properties were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
