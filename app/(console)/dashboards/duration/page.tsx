import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { DashboardFrame } from "@/app/(console)/dashboards/dashboard-frame";
import { DurationFigures } from "@/app/(console)/dashboards/duration/duration-figures";
import { openDashboard } from "@/app/(console)/dashboards/open-dashboard";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboards");
  return { title: t("tabs.duration") };
}

export default async function DurationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { params, dashboard, unread } = await openDashboard(searchParams);
  return (
    <DashboardFrame page="duration" params={params} dashboard={dashboard} unread={unread}>
      <DurationFigures params={params} dashboard={dashboard} />
    </DashboardFrame>
  );
}
