import "server-only";
import type { Repeats } from "@/app/_charts/overview-figures";
import { api } from "@/app/_trpc/server";
import { type OverviewView, overviewOf } from "@/app/(console)/dashboards/overview/overview-of";
import type { Dashboard, Looked } from "@/app/(console)/dashboards/read-dashboard";

/** The figures of the page; repeats are counted only when they are asked for, as every call is looked at. */
export async function readOverview(dashboard: Dashboard, withinHours: number | null): Promise<OverviewView> {
  const [figures, repeats] = await Promise.all([
    api.dashboards.overview.figures(dashboard),
    withinHours === null ? null : readRepeats(dashboard, withinHours),
  ]);
  return overviewOf(dashboard, figures, repeats);
}

async function readRepeats({ compare, ...own }: Dashboard, withinHours: number): Promise<Repeats> {
  const repeatsOf = ({ from, until, filter }: Looked) =>
    api.dashboards.overview.repeatCalls({ from, until, filter, withinHours });
  const [repeated, compared] = await Promise.all([repeatsOf(own), compare && repeatsOf(compare)]);
  return { withinHours, own: repeated, compared };
}
