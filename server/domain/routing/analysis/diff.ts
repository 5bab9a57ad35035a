import { type Known, matchesOf, spaceOf } from "@/server/domain/routing/analysis/matches";
import { type Diagram, TooEntangled } from "@/server/domain/routing/regions/diagrams";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Space, Stretch } from "@/server/domain/routing/regions/space";
import type { AllocationRule, QueueRule, RuleSet } from "@/server/domain/routing/rule";

const BOXES_TOLD = 6;

/** Calls that are treated otherwise than before: the rule that took them, and the one that takes them now. */
export interface Difference {
  readonly before: QueueRule | null;
  readonly after: QueueRule | null;
  readonly kinds: readonly (readonly Stretch[])[];
  readonly isAll: boolean;
  readonly example: Example;
}

/** A group whose calls find their agents otherwise than before. */
export interface AllocationChange {
  readonly before: AllocationRule | null;
  readonly after: AllocationRule | null;
}

export type Diff =
  | {
      readonly isFinished: true;
      readonly calls: readonly Difference[];
      readonly allocation: readonly AllocationChange[];
    }
  /** Nothing is said where times of day mean other times, or the conditions are too entangled. */
  | { readonly isFinished: false; readonly because: "timeZone" | "entangled" };

/**
 * What a change of the rules means: the calls that are treated otherwise, exactly, whatever was reordered,
 * renamed or rewritten. Two rules treat a call alike when their treatments are the same.
 */
export function diff(before: RuleSet, after: RuleSet, known: Known): Diff {
  if (before.timeZone !== after.timeZone) return { isFinished: false, because: "timeZone" };
  try {
    const space = spaceOf([before, after], known);
    const treatments = new Map<string, number>();
    const one = treatedBy(before, { space, treatments });
    const other = treatedBy(after, { space, treatments });
    const calls = space.diagrams
      .differences(one.diagram, other.diagram)
      .flatMap(({ values: [was, is], region }) => {
        const example = space.exampleOf(region);
        if (example === undefined) return [];
        const { boxes, isAll } = space.diagrams.boxesOf(region, BOXES_TOLD);
        const kinds = boxes.map((box) => space.tell(box));
        return [
          { before: one.rules.get(was) ?? null, after: other.rules.get(is) ?? null, kinds, isAll, example },
        ];
      });
    return { isFinished: true, calls, allocation: changesOf(before, after) };
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    return { isFinished: false, because: "entangled" };
  }
}

/** The function that says how each call is treated, 0 for not at all, and a rule that treats it so. */
function treatedBy(
  ruleSet: RuleSet,
  { space, treatments }: { readonly space: Space; readonly treatments: Map<string, number> },
): { diagram: Diagram; rules: Map<number, QueueRule> } {
  const rules = new Map<number, QueueRule>();
  let diagram = space.diagrams.nothing;
  for (const { rule, taken } of matchesOf(ruleSet, space).matches) {
    const name = JSON.stringify(rule.treatment);
    const number = treatments.get(name) ?? treatments.size + 1;
    treatments.set(name, number);
    if (taken !== space.diagrams.nothing && !rules.has(number)) rules.set(number, rule);
    diagram = space.diagrams.choose(taken, space.diagrams.constant(number), diagram);
  }
  return { diagram, rules };
}

function changesOf(before: RuleSet, after: RuleSet): AllocationChange[] {
  const [were, are] = [before, after].map(
    ({ allocationRules }) => new Map(allocationRules.map((rule) => [rule.skillGroupId, rule])),
  );
  const groups = new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])]);
  return [...groups].flatMap((group) => {
    const change = { before: were?.get(group) ?? null, after: are?.get(group) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}
