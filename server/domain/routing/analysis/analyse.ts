import type { SkillGroupId } from "@/server/domain/identifiers";
import { findCoveredRules } from "@/server/domain/routing/analysis/covered-rules";
import { type Finding, finding } from "@/server/domain/routing/analysis/finding";
import { findGroupFaults } from "@/server/domain/routing/analysis/group-findings";
import { hurdlesOf, isOpen } from "@/server/domain/routing/analysis/hurdles";
import { findIdleSettings } from "@/server/domain/routing/analysis/idle-settings";
import { type Known, matchesOf, spaceOf } from "@/server/domain/routing/analysis/matches";
import { groupsNamedBy } from "@/server/domain/routing/analysis/ways";
import type { Condition } from "@/server/domain/routing/condition";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import { TooEntangled } from "@/server/domain/routing/regions/diagrams";
import type { Example } from "@/server/domain/routing/regions/example";
import type { Stretch } from "@/server/domain/routing/regions/space";
import type { QueueRule, RuleId, RuleSet } from "@/server/domain/routing/rule";

const BOXES_TOLD = 12;

/** The calls that only the last rule catches. */
export interface Rest {
  /** Kinds of calls, each as what it says of some properties; the first dozen. */
  readonly kinds: readonly (readonly Stretch[])[];
  readonly isAll: boolean;
  readonly example: Example | null;
}

export type Analysis =
  | { readonly isFinished: true; readonly findings: readonly Finding[]; readonly rest: Rest }
  /** The conditions of these rules are too entangled: nothing is said of any. */
  | { readonly isFinished: false; readonly ruleIds: readonly RuleId[] };

/**
 * What is wrong with a rule set, exactly: conditions are regions of all calls, floors and times that there
 * can be, and every finding is proven by them, never sampled. Times are looked at for four hundred days from
 * `known.now`. Never throws: what cannot be finished says which rules are to blame.
 */
export function analyse(
  ruleSet: RuleSet,
  { staffed, ...known }: Known & { readonly staffed: ReadonlySet<SkillGroupId> },
): Analysis {
  try {
    const space = spaceOf([ruleSet], known, furtherConditions(ruleSet, known.settings));
    const { matches, untaken } = matchesOf(ruleSet, space);
    const noLast = space.exampleOf(untaken);
    const findings = [
      ...findCoveredRules(matches, space),
      ...(noLast === undefined ? [] : [finding({ kind: "noLastRule" }, null, noLast)]),
      ...findGroupFaults(ruleSet, matches, { space, staffed, settings: known.settings }),
      ...findIdleSettings(ruleSet, known.settings),
    ];
    const last = matches.at(-1);
    const left = last?.rule.when === null ? last.taken : space.diagrams.nothing;
    const { boxes, isAll } = space.diagrams.boxesOf(left, BOXES_TOLD);
    const rest = {
      kinds: boxes.map((box) => space.tell(box)),
      isAll,
      example: space.exampleOf(left) ?? null,
    };
    return { isFinished: true, findings, rest };
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error;
    return { isFinished: false, ruleIds: entangledRules(ruleSet.queueRules) };
  }
}

/** What is asked of groups beside the conditions of rules: whether they are open, and what keeps calls from them. */
function furtherConditions({ queueRules, allocationRules }: RuleSet, settings: SettingsByGroup): Condition[] {
  const treatments = queueRules.flatMap(({ isEnabled, treatment }) => (isEnabled ? [treatment] : []));
  const named = treatments.flatMap((treatment) => [...groupsNamedBy(treatment)]);
  const groups = new Set([...allocationRules.map(({ skillGroupId }) => skillGroupId), ...named]);
  const hurdles = [...treatments, ...allocationRules].flatMap(({ skillGroupId, otherwise }) =>
    hurdlesOf(skillGroupId, otherwise, settings),
  );
  return [...[...groups].map((group) => isOpen(group, true)), ...hurdles.map(({ when }) => when)];
}

/** The rules with the most questions: it is between them that regions multiply. */
function entangledRules(queueRules: readonly QueueRule[]): RuleId[] {
  const asking = queueRules.filter(({ isEnabled, when }) => isEnabled && when !== null);
  const bySize = asking.toSorted(
    (one, other) => JSON.stringify(other.when).length - JSON.stringify(one.when).length,
  );
  return bySize.slice(0, 5).map(({ ruleId }) => ruleId);
}
