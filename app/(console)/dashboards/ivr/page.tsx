import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { DashboardFrame } from "@/app/(console)/dashboards/dashboard-frame";
import { IvrDashboard } from "@/app/(console)/dashboards/ivr/ivr-dashboard";
import { openDashboard } from "@/app/(console)/dashboards/open-dashboard";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("tabs.ivr") };
}

export default async function IvrPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { params, dashboard, unread } = await openDashboard(searchParams);
  return (
    <DashboardFrame page="ivr" params={params} dashboard={dashboard} unread={unread}>
      <IvrDashboard params={params} dashboard={dashboard} />
    </DashboardFrame>
  );
}
