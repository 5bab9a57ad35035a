import type { Edit } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import type { RuleId } from "@/server/domain/routing/rule";
import type { Conflict } from "@/server/domain/routing/versions/merge";

export type Side = "mine" | "theirs";

/** The edit by which one side's version of what both changed comes to stand. */
export function settlingEdit(conflict: Conflict, side: Side): Edit {
  switch (conflict.kind) {
    case "rule": {
      const { ruleId, [side]: rule } = conflict;
      return rule === null ? { kind: "deleteRule", ruleId } : { kind: "changeRule", rule };
    }
    case "allocation": {
      const { skillGroupId, [side]: rule } = conflict;
      return rule === null ? { kind: "deleteAllocation", skillGroupId } : { kind: "keepAllocation", rule };
    }
    case "order":
      return { kind: "orderRules", ruleIds: conflict[side] };
    case "timeZone":
      return { kind: "changeTimeZone", timeZone: conflict[side] };
    case "example": {
      const { exampleId, [side]: example } = conflict;
      return example === null ? { kind: "deleteExample", exampleId } : { kind: "keepExample", example };
    }
  }
}

/** What is left to choose when another change comes in meanwhile: of one thing, its latest versions. */
export function stillOpen(open: readonly Conflict[], found: readonly Conflict[]): Conflict[] {
  const byThing = new Map([...open, ...found].map((conflict) => [thingOf(conflict), conflict]));
  return [...byThing.values()];
}

function thingOf(conflict: Conflict): string {
  switch (conflict.kind) {
    case "rule":
      return `rule ${conflict.ruleId}`;
    case "allocation":
      return `allocation ${conflict.skillGroupId}`;
    case "example":
      return `example ${conflict.exampleId}`;
    default:
      return conflict.kind;
  }
}

/** The places, from 1, between which two orders of the same rules differ, with the rules that each has there. */
export function differingPlaces({ mine, theirs }: Extract<Conflict, { kind: "order" }>): {
  readonly from: number;
  readonly mine: readonly RuleId[];
  readonly theirs: readonly RuleId[];
} {
  const differs = (ruleId: RuleId, index: number) => ruleId !== theirs[index];
  const [first, end] = [mine.findIndex(differs), mine.findLastIndex(differs) + 1];
  return { from: first + 1, mine: mine.slice(first, end), theirs: theirs.slice(first, end) };
}
