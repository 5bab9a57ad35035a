import type { CallsHref } from "@/app/_charts/chart-models";
import { type FigureRecords, hrefUnlessNone, visitsHref } from "@/app/_charts/figure-records";
import type { OverviewFigures } from "@/app/_charts/overview-figures";
import type { Instant } from "@/server/domain/instant";

/** Those who have waited longer than a threshold. */
interface LateWaits {
  readonly seconds: number;
  readonly late: number;
  readonly href: CallsHref | null;
}

interface WaitsOf {
  readonly records: FigureRecords;
  readonly now: Instant;
}

/** By threshold, shortest first, who has waited longer than it. */
export function prepareLateWaits(waits: OverviewFigures["waits"], { records, now }: WaitsOf): LateWaits[] {
  const thresholds = [...new Set(waits.map(({ serviceLevelSeconds }) => serviceLevelSeconds))];
  return thresholds
    .sort((one, other) => one - other)
    .map((seconds) => {
      const under = waits.filter(({ serviceLevelSeconds }) => serviceLevelSeconds === seconds);
      const skillGroupIds = [...new Set(under.map(({ skillGroupId }) => skillGroupId))];
      const late = under.reduce((sum, { waiting, young }) => sum + waiting - young, 0);
      // A group whose threshold was changed has visits under both: they cannot be told apart by their group.
      const isTold = waits.every(
        ({ skillGroupId, serviceLevelSeconds }) =>
          serviceLevelSeconds === seconds || !skillGroupIds.includes(skillGroupId),
      );
      const lateOnes = {
        from: records.from,
        until: Math.min(records.until, now - seconds * 1000),
        filter: { ...records.filter, skillGroupIds },
      };
      const href = visitsHref(lateOnes, { visitOutcomes: ["waiting"] });
      return { seconds, late, href: isTold ? hrefUnlessNone(late, href) : null };
    });
}

/**
 * The visits of which a service level is a share: all but the short abandons. Young waits, which are left
 * out of it too, cannot be told from the others that wait: where there are some, no list equals it.
 */
export function judgedHref(records: FigureRecords, youngWaits: number): CallsHref | null {
  if (youngWaits > 0) return null;
  return visitsHref(records, {
    visitOutcomes: ["answered", "abandoned", "overflowed", "callback", "waiting"],
  });
}
