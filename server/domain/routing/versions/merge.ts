import type { SkillGroupId } from "@/server/domain/identifiers";
import type { AllocationRule, QueueRule, RuleId, RuleSet } from "@/server/domain/routing/rule";
import { mergeOrder, type Sides } from "@/server/domain/routing/versions/merge-order";

/** A queue rule that both changed, each in another way; null for who took it out. */
export interface RuleConflict {
  readonly ruleId: RuleId;
  readonly mine: QueueRule | null;
  readonly theirs: QueueRule | null;
}

/** The same of how a group's calls find their agents. */
export interface AllocationConflict {
  readonly skillGroupId: SkillGroupId;
  readonly mine: AllocationRule | null;
  readonly theirs: AllocationRule | null;
}

export interface MergedRuleSet {
  /** Nothing of it is lost: where both changed one thing it has mine, or theirs where I took it out. */
  readonly ruleSet: RuleSet;
  readonly conflicts: readonly RuleConflict[];
  readonly allocationConflicts: readonly AllocationConflict[];
  /** Both put the rules into different orders: mine was kept. */
  readonly isOrderContested: boolean;
  /** Both chose another time zone: mine was kept. */
  readonly isTimeZoneContested: boolean;
}

/**
 * What two people made of one rule set, rule by rule: changes to different rules both survive, and what both
 * changed alike is no conflict.
 */
export function mergeRuleSets(sides: Sides<RuleSet>): MergedRuleSet {
  const queue = mergeKeyed(mapSides(sides, keyedRules));
  const allocation = mergeKeyed(mapSides(sides, keyedAllocation));
  const timeZone = mergeOne(mapSides(sides, (ruleSet) => ruleSet.timeZone));
  return {
    ruleSet: {
      timeZone: timeZone.value ?? sides.mine.timeZone,
      queueRules: queue.items,
      allocationRules: allocation.items,
    },
    conflicts: queue.conflicts.map(({ key, ...rules }) => ({ ruleId: key, ...rules })),
    allocationConflicts: allocation.conflicts.map(({ key, ...rules }) => ({ skillGroupId: key, ...rules })),
    isOrderContested: queue.isOrderContested,
    isTimeZoneContested: timeZone.isConflict,
  };
}

function keyedRules({ queueRules }: RuleSet): Map<RuleId, QueueRule> {
  return new Map(queueRules.map((rule) => [rule.ruleId, rule]));
}

function keyedAllocation({ allocationRules }: RuleSet): Map<SkillGroupId, AllocationRule> {
  return new Map(allocationRules.map((rule) => [rule.skillGroupId, rule]));
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
  const { order, isContested } = mergeOrder(
    mapSides(sides, (items) => [...items.keys()]),
    new Set(merged.keys()),
  );
  const items = order.flatMap((key) => merged.get(key) ?? []);
  return { items, conflicts, isOrderContested: isContested };
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
