import type { Condition } from "@/server/domain/routing/condition";
import type { Surroundings } from "@/server/domain/routing/regions/candidates";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import { Space } from "@/server/domain/routing/regions/space";
import type { QueueRule, RuleSet } from "@/server/domain/routing/rule";

/** A rule that is in force, with the calls that it would take and those that it gets. */
export interface Match {
  readonly rule: QueueRule;
  /** The calls for which its condition holds. */
  readonly meant: Diagram;
  /** The calls that no earlier rule takes. */
  readonly taken: Diagram;
}

/** What the analysis knows of a rule set beside its rules. */
export type Known = Omit<Surroundings, "timeZone">;

/** The space of all calls that some rule sets and further conditions can tell apart. @throws TooEntangled */
export function spaceOf(
  ruleSets: readonly RuleSet[],
  known: Known,
  further: readonly Condition[] = [],
): Space {
  const conditions = ruleSets.flatMap(({ queueRules }) =>
    queueRules.flatMap(({ isEnabled, when }) => (isEnabled && when !== null ? [when] : [])),
  );
  return new Space([...conditions, ...further], { ...known, timeZone: ruleSets[0]?.timeZone ?? "UTC" });
}

/** Each rule in force, in order, with the regions of its calls. @throws TooEntangled */
export function matchesOf({ queueRules }: RuleSet, space: Space): { matches: Match[]; untaken: Diagram } {
  const { diagrams } = space;
  const matches: Match[] = [];
  let untaken = space.possible;
  for (const rule of queueRules) {
    if (!rule.isEnabled) continue;
    const meant = space.regionOf(rule.when);
    matches.push({ rule, meant, taken: diagrams.and(meant, untaken) });
    untaken = diagrams.minus(untaken, meant);
  }
  return { matches, untaken };
}
