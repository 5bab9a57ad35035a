import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type AllocationChange, type Difference, diff } from "@/server/domain/routing/analysis/diff";
import { type ArrivalOutcome, decideArrival } from "@/server/domain/routing/decide";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import { floorOf } from "@/server/domain/routing/regions/example";
import type { RuleSet } from "@/server/domain/routing/rule";
import { type Knowledge, knownOf } from "@/server/domain/routing/versions/knowledge";

/** Calls that are treated otherwise, with what becomes of the example among them. */
export interface ChangedCalls extends Difference {
  readonly outcomes: { readonly before: ArrivalOutcome; readonly after: ArrivalOutcome };
}

/** What a change of the rules means for calls; where that cannot be told, why. */
export type Meaning =
  | {
      readonly isFinished: true;
      /** The clock of both. */
      readonly timeZone: string;
      readonly calls: readonly ChangedCalls[];
      readonly allocation: readonly AllocationChange[];
    }
  | { readonly isFinished: false; readonly because: "timeZone" | "entangled" };

interface Change {
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/** The exact difference between two rule sets, each part with an example call and both its outcomes. */
export function meaningOf({ before, after }: Change, knowledge: Knowledge, now: Instant): Meaning {
  const known = knownOf(knowledge, now);
  const found = diff(before, after, known);
  if (!found.isFinished) return found;
  const calls = found.calls.map((difference) => ({
    ...difference,
    outcomes: {
      before: outcomeOf(before, difference, known.hours),
      after: outcomeOf(after, difference, known.hours),
    },
  }));
  return { ...found, timeZone: after.timeZone, calls };
}

function outcomeOf(
  ruleSet: RuleSet,
  { example }: Difference,
  hours: ReadonlyMap<SkillGroupId, OpeningHours | null>,
): ArrivalOutcome {
  const floor = floorOf(example, hours);
  return decideArrival(ruleSet, { facts: example.call }, { floor, now: example.at }).outcome;
}
