import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { DashboardFrame } from "@/app/(console)/dashboards/dashboard-frame";
import { openDashboard } from "@/app/(console)/dashboards/open-dashboard";
import { WaitingDashboard } from "@/app/(console)/dashboards/waiting/waiting-dashboard";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("tabs.waiting") };
}

export default async function WaitingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { params, dashboard, unread } = await openDashboard(searchParams);
  return (
    <DashboardFrame page="waiting" params={params} dashboard={dashboard} unread={unread}>
      <WaitingDashboard params={params} dashboard={dashboard} />
    </DashboardFrame>
  );
}
