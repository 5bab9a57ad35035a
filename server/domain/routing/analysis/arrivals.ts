import type { SkillGroupId } from "@/server/domain/identifiers";
import { hurdlesOf } from "@/server/domain/routing/analysis/hurdles";
import type { Match } from "@/server/domain/routing/analysis/matches";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Diagram } from "@/server/domain/routing/regions/diagrams";
import type { Space } from "@/server/domain/routing/regions/space";
import type { Fallbacks, Obstacle, RuleSet } from "@/server/domain/routing/rule";

/** When, and on which floors, calls are sent from one group to another in the instant in which they arrive. */
export interface SentOn {
  readonly from: SkillGroupId;
  readonly because: Obstacle;
  readonly to: SkillGroupId;
  readonly region: Diagram;
}

/** Where the calls of a rule go in the instant in which they arrive. */
export interface Arrivals {
  readonly sentOn: readonly SentOn[];
  /** When, and on which floors, they wait, by the group in whose queue. */
  readonly waiting: ReadonlyMap<SkillGroupId, Diagram>;
}

interface Entry {
  readonly skillGroupId: SkillGroupId;
  readonly region: Diagram;
  readonly otherwise: Fallbacks | undefined;
}

/**
 * Follows all calls of a rule at once, as `enterGroup` follows one. Of the calls themselves nothing is kept: which
 * way they go follows from the moment and the floor. @throws TooEntangled
 */
export function arrivalsOf(
  { rule, taken }: Match,
  ruleSet: RuleSet,
  { space, settings }: { readonly space: Space; readonly settings: SettingsByGroup },
): Arrivals {
  const { diagrams } = space;
  const { skillGroupId: meant, otherwise } = rule.treatment;
  const sentOn: SentOn[] = [];
  const waiting = new Map<SkillGroupId, Diagram>();
  const arriving = space.momentsAndFloorsOf(taken);
  const come = new Map([[meant, arriving]]);
  const entries: Entry[] = [{ skillGroupId: meant, region: arriving, otherwise }];

  function add(regions: Map<SkillGroupId, Diagram>, skillGroupId: SkillGroupId, region: Diagram) {
    regions.set(skillGroupId, diagrams.or(regions.get(skillGroupId) ?? diagrams.nothing, region));
  }

  function send({ to, ...from }: SentOn) {
    const been = come.get(to) ?? diagrams.nothing;
    // Each call goes one way: where it has been before, it was sent round in a circle and stays where it was meant for.
    add(waiting, meant, diagrams.and(from.region, been));
    const region = diagrams.minus(from.region, been);
    if (region === diagrams.nothing) return;
    add(come, to, region);
    sentOn.push({ ...from, to, region });
    const rules = ruleSet.allocationRules.find(({ skillGroupId }) => skillGroupId === to);
    entries.push({ skillGroupId: to, region, otherwise: rules?.otherwise });
  }

  for (const entry of entries) {
    const { skillGroupId: from } = entry;
    let left = entry.region;
    for (const { because, when, fallback } of hurdlesOf(from, entry.otherwise, settings)) {
      const region = diagrams.and(left, space.regionOf(when));
      left = diagrams.minus(left, region);
      if (fallback.kind === "waitAnyway") add(waiting, from, region);
      if (fallback.kind === "overflow") send({ from, because, to: fallback.to, region });
    }
    add(waiting, from, left);
  }
  return { sentOn, waiting };
}
