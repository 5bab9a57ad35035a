import { type Finding, finding } from "@/server/domain/routing/analysis/finding";
import type { Match } from "@/server/domain/routing/analysis/matches";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import type { Space } from "@/server/domain/routing/regions/space";
import type { RuleId } from "@/server/domain/routing/rule";

/**
 * Rules that contradict themselves, that never match because earlier ones take all their calls, and that lose
 * some of their calls to earlier ones which treat them otherwise. @throws TooEntangled
 */
export function findCoveredRules(matches: readonly Match[], space: Space): Finding[] {
  return matches.flatMap((match, index) => {
    const { rule, meant, taken } = match;
    const place = { ruleId: rule.ruleId };
    if (meant === space.diagrams.nothing) return [finding({ kind: "contradiction" }, place)];
    const earlier = matches.slice(0, index);
    if (taken === space.diagrams.nothing) {
      const coveredBy = coveringRules(meant, earlier, space);
      return [finding({ kind: "neverMatches", coveredBy }, place, space.exampleOf(meant) ?? null)];
    }
    // The last rule is meant to get what the others leave.
    return rule.when === null ? [] : partlyCovered(match, earlier, space);
  });
}

/** Of the earlier rules the fewest that are needed, as far as dropping one after the other finds. */
function coveringRules(meant: Diagram, earlier: readonly Match[], space: Space): RuleId[] {
  const { diagrams } = space;
  let needed = earlier.filter((match) => diagrams.and(meant, match.taken) !== diagrams.nothing);
  for (const match of needed) {
    const others = needed.filter((other) => other !== match);
    const left = others.reduce((rest, other) => diagrams.minus(rest, other.meant), meant);
    if (left === diagrams.nothing) needed = others;
  }
  return needed.map(({ rule }) => rule.ruleId);
}

function partlyCovered({ rule, meant }: Match, earlier: readonly Match[], space: Space): Finding[] {
  const { diagrams } = space;
  const own = JSON.stringify(rule.treatment);
  const losing = earlier.filter(
    (match) =>
      JSON.stringify(match.rule.treatment) !== own && diagrams.and(meant, match.taken) !== diagrams.nothing,
  );
  if (losing.length === 0) return [];
  const lost = losing.reduce(
    (all, match) => diagrams.or(all, diagrams.and(meant, match.taken)),
    diagrams.nothing,
  );
  const coveredBy = losing.map((match) => match.rule.ruleId);
  return [
    finding({ kind: "partlyCovered", coveredBy }, { ruleId: rule.ruleId }, space.exampleOf(lost) ?? null),
  ];
}
