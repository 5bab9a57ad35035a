import type { SkillGroupId } from "@/server/domain/identifiers";
import { arrivalsOf } from "@/server/domain/routing/analysis/arrivals";
import type { Coming } from "@/server/domain/routing/analysis/coming";
import { type Finding, finding } from "@/server/domain/routing/analysis/finding";
import { isOpen } from "@/server/domain/routing/analysis/hurdles";
import type { Match } from "@/server/domain/routing/analysis/matches";
import { comingsLater, type Waiting } from "@/server/domain/routing/analysis/waits";
import { groupsNamedBy, reachedFrom } from "@/server/domain/routing/analysis/ways";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Space } from "@/server/domain/routing/regions/space";
import { overlapOf, type Spans } from "@/server/domain/routing/regions/spans";
import type { RuleSet } from "@/server/domain/routing/rule";
import { allocationRulesOf } from "@/server/domain/routing/standing";

/**
 * Finds groups that are closed whenever a rule's calls come to them, each way of coming by itself:
 *
 * - the group that the rule enters, and those that calls are sent on to because the one before is closed,
 *   unstaffed or full: at the instant of the arrival, exactly for the calls that meet the obstacle;
 * - an overflow after t seconds: at the arrival plus t, of the calls that wait then; `full` also at the end of
 *   the longest wait; and groups that these send calls on to, at the same instant;
 * - a group that calls are widened to: from the arrival plus t until they leave the queue. Its agents may take
 *   calls outside its hours too, so this is a warning.
 *
 * Never a false alarm: who stays and who leaves follows from the moment of arrival and the hours exactly; what
 * the floor is like at a later instant is not known, so that everything is thought possible, and where there are
 * too many ways to follow, only the group that the rule enters is looked at. @throws TooEntangled
 */
export function neverOpenFinder(
  ruleSet: RuleSet,
  { space, settings }: { readonly space: Space; readonly settings: SettingsByGroup },
): (match: Match) => Finding[] {
  const known: Waiting = {
    rules: allocationRulesOf(ruleSet.allocationRules),
    settings,
    horizon: space.spansOf(space.possible),
    openSpans: remembered((skillGroupId) => space.spansOf(space.regionOf(isOpen(skillGroupId, true)))),
  };
  const closes = (skillGroupId: SkillGroupId) => (settings.get(skillGroupId)?.hours ?? null) !== null;
  return (match) => {
    const { rule, taken } = match;
    const groups = reachedFrom(groupsNamedBy(rule.treatment), ruleSet);
    if (taken === space.diagrams.nothing || ![...groups].some(closes)) return [];
    const comings = new Map<string, Coming[]>();
    for (const coming of comingsOf(match, ruleSet, { space, known })) {
      const name = JSON.stringify([coming.way, coming.to]);
      comings.set(name, [...(comings.get(name) ?? []), coming]);
    }
    return [...comings.values()].flatMap((alike) => {
      const [first] = alike;
      const isInTime = alike.some(({ spans }) => overlapOf(spans, known.horizon).length > 0);
      const isOpenFor = ({ to, spans }: Coming) => overlapOf(spans, known.openSpans(to)).length > 0;
      if (first === undefined || !isInTime || alike.some(isOpenFor)) return [];
      return [neverOpen(match, first, space)];
    });
  };
}

function neverOpen({ rule, taken }: Match, { way, to, region, arrivals }: Coming, space: Space): Finding {
  const [span] = arrivals;
  const example = span === undefined ? null : (space.exampleAt([taken, region], span.from) ?? null);
  const place = { ruleId: rule.ruleId, ...("step" in way && { step: way.step }) };
  const found = finding({ kind: "neverOpen", skillGroupId: to, way }, place, example);
  return way.because === "widen" ? { ...found, severity: "warning" } : found;
}

function comingsOf(
  match: Match,
  ruleSet: RuleSet,
  { space, known }: { readonly space: Space; readonly known: Waiting },
): Coming[] {
  const { taken, rule } = match;
  const { sentOn, waiting } = arrivalsOf(match, ruleSet, { space, settings: known.settings });
  const atOnce = (region: number, { way, to }: Pick<Coming, "way" | "to">): Coming => {
    const spans = space.spansOf(region);
    return { way, to, spans, arrivals: spans, region };
  };
  const entered = atOnce(taken, { way: { because: "rule" }, to: rule.treatment.skillGroupId });
  const inQueues = [...waiting].map(
    ([skillGroupId, region]) => [skillGroupId, { arrivals: space.spansOf(region), region }] as const,
  );
  const later = comingsLater(rule.treatment, new Map(inQueues), known);
  if (later === null) return [entered];
  const sent = sentOn.map(({ because, from, to, region }) => atOnce(region, { way: { because, from }, to }));
  return [entered, ...sent, ...later].filter(({ spans }) => spans.length > 0);
}

function remembered(spansOf: (skillGroupId: SkillGroupId) => Spans): (skillGroupId: SkillGroupId) => Spans {
  const known = new Map<SkillGroupId, Spans>();
  return (skillGroupId) => {
    const spans = known.get(skillGroupId) ?? spansOf(skillGroupId);
    known.set(skillGroupId, spans);
    return spans;
  };
}
