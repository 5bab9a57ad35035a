import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AgentsDashboard } from "@/app/(console)/dashboards/agents/agents-dashboard";
import { DashboardFrame } from "@/app/(console)/dashboards/dashboard-frame";
import { openDashboard } from "@/app/(console)/dashboards/open-dashboard";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("tabs.agents") };
}

export default async function AgentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { params, dashboard, unread } = await openDashboard(searchParams);
  return (
    <DashboardFrame page="agents" params={params} dashboard={dashboard} unread={unread}>
      <AgentsDashboard params={params} dashboard={dashboard} />
    </DashboardFrame>
  );
}
