import type { Overview, Repeats } from "@/app/_charts/overview-figures";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { Dashboard, Looked } from "@/app/(console)/dashboards/read-dashboard";
import { combineTargets } from "@/server/domain/metrics/service-target";

type Answer = RouterOutputs["dashboards"]["overview"]["figures"];

export interface OverviewView {
  readonly overview: Overview;
  readonly groups: Answer["groups"];
}

/** The answer together with what was asked. */
export function overviewOf(
  dashboard: Dashboard,
  { own, compared, groups }: Answer,
  repeats: Repeats | null,
): OverviewView {
  const targets = new Map(groups.map((group) => [group.skillGroupId, group]));
  const sideOf = ({ from, until, filter, boundaries }: Looked, figures: Answer["own"]) => ({
    records: { from, until, filter },
    boundaries,
    figures,
  });
  const target = combineTargets(
    own.groups.flatMap(({ skillGroupId, counts }) => {
      const group = targets.get(skillGroupId);
      return group === undefined ? [] : [{ offered: counts.offered, target: group }];
    }),
  );
  return {
    overview: {
      own: sideOf(dashboard, own),
      compared: dashboard.compare && compared && sideOf(dashboard.compare, compared),
      target,
      repeats,
      now: dashboard.now,
    },
    groups,
  };
}
