import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/app/(console)/dashboards/choice-links";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { axes, type DashboardParams } from "@/app/(console)/dashboards/search-params";

/** Whether the durations of a distribution are set apart by their ratio or by their difference. */
export function AxisChoice({ page, params }: { page: DashboardPage; params: DashboardParams }) {
  const t = useTranslations("charts");
  return (
    <ChoiceLinks
      page={page}
      label={t("axis")}
      params={params}
      choices={axes.map((axis) => ({
        name: t(`scales.${axis}`),
        isChosen: axis === params.axis,
        change: { axis },
      }))}
    />
  );
}
