import { redirect } from "next/navigation";
import { getTimeZone } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { dashboardHref, loadDashboardParams, loadTab } from "@/app/(console)/dashboards/search-params";

/** The dashboards' own address leads to one of them: saved ones name theirs. */
export default async function DashboardsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const raw = await searchParams;
  const { tab } = loadTab(raw);
  const params = loadDashboardParams(raw);
  const zone = params.zone ?? (await getTimeZone());
  redirect(dashboardHref(tab ?? dashboardPages[0], { ...params, zone }));
}
