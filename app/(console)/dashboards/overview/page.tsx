import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { DashboardFrame } from "@/app/(console)/dashboards/dashboard-frame";
import { openDashboard } from "@/app/(console)/dashboards/open-dashboard";
import { OverviewCharts } from "@/app/(console)/dashboards/overview/overview-charts";
import { OverviewTables } from "@/app/(console)/dashboards/overview/overview-tables";
import { OverviewTiles } from "@/app/(console)/dashboards/overview/overview-tiles";
import { readOverview } from "@/app/(console)/dashboards/overview/read-overview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("tabs.overview") };
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { params, dashboard, unread } = await openDashboard(searchParams);
  const view = await readOverview(dashboard, params.repeat);
  return (
    <DashboardFrame page="overview" params={params} dashboard={dashboard} unread={unread}>
      <OverviewTiles params={params} dashboard={dashboard} view={view} />
      <OverviewCharts dashboard={dashboard} view={view} />
      <OverviewTables params={params} dashboard={dashboard} view={view} />
    </DashboardFrame>
  );
}
