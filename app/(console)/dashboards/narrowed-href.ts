import type { DashboardHref } from "@/app/_charts/chart-models";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Dimension } from "@/server/domain/metrics/dimension";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";

interface Narrowed {
  readonly page: DashboardPage;
  readonly params: DashboardParams;
}

interface Place {
  readonly by: Dimension;
  readonly key: DimensionKey;
}

/** The same dashboard of only the records under one key; null where its filter cannot say that, or says it already. */
export function narrowedHref({ page, params }: Narrowed, { by, key }: Place): DashboardHref | null {
  const change = key === null ? null : filtersOf[by](key);
  if (change === null) return null;
  const href = dashboardHref(page, { ...params, ...change, rows: "top" });
  return href === dashboardHref(page, { ...params, rows: "top" }) ? null : href;
}

const filtersOf: Readonly<Record<Dimension, (key: string) => Partial<DashboardParams> | null>> = {
  skillGroup: (key) => {
    const { data } = SkillGroupId.safeParse(key);
    return data === undefined ? null : { group: [data] };
  },
  agent: (key) => {
    const { data } = UserId.safeParse(key);
    return data === undefined ? null : { agent: [data] };
  },
  direction: (key) => {
    const { data } = CallDirection.safeParse(key);
    return data === undefined ? null : { direction: data };
  },
  outcome: (key) => {
    const { data } = CallOutcome.safeParse(key);
    return data === undefined ? null : { outcome: [data] };
  },
  verification: (key) => {
    const { data } = Verification.safeParse(key);
    return data === undefined ? null : { verification: [data] };
  },
  province: (key) => ({ province: [key] }),
  path: (key) => ({ path: [key] }),
  exitNode: () => null,
};
