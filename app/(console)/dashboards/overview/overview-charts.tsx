import { getTranslations } from "next-intl/server";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import {
  type OverviewChartWords,
  prepareServiceLevelOverTime,
  prepareVisitsOverTime,
} from "@/app/_charts/prepare-overview-charts";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { TimeSeriesChart } from "@/app/_components/charts/lazy-charts";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { getIntervalWords } from "@/app/_components/format/interval-words";
import type { OverviewView } from "@/app/(console)/dashboards/overview/overview-of";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";

interface OverviewChartsProps {
  dashboard: Dashboard;
  view: OverviewView;
}

/** How it went over time. */
export async function OverviewCharts({ dashboard, view: { overview } }: OverviewChartsProps) {
  const t = await getTranslations("overview");
  const words = await getChartWords(dashboard);
  const { boundaries, now, interval, timeZone } = dashboard;
  const intervals = prepareIntervals(boundaries, now, await getIntervalWords(interval, timeZone));
  const visits = prepareVisitsOverTime({ overview, intervals }, words);
  const service = prepareServiceLevelOverTime({ overview, intervals }, words);
  const { counts, serviceLevel } = overview.own.figures;
  const isEmpty = counts.offered === 0 && (overview.compared?.figures.counts.offered ?? 0) === 0;
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <ChartFrame
        title={t("visitsOverTime")}
        definition={<DefinitionCard metric="offeredVisits" />}
        count={words.n(counts.offered)}
        table={isEmpty ? { ...visits.table, rows: [] } : visits.table}
        height={270}
      >
        <TimeSeriesChart model={visits.model} label={t("visitsOverTime")} />
      </ChartFrame>
      <ChartFrame
        title={t("serviceLevelOverTime")}
        definition={<DefinitionCard metric="serviceLevel" />}
        count={words.n(serviceLevel?.whole ?? 0)}
        table={isEmpty ? { ...service.table, rows: [] } : service.table}
        height={270}
      >
        <TimeSeriesChart model={service.model} label={t("serviceLevelOverTime")} />
      </ChartFrame>
    </div>
  );
}

async function getChartWords({ compare }: Dashboard): Promise<OverviewChartWords> {
  const t = await getTranslations("overview");
  const words = await getFigureWords();
  return {
    ...words,
    series: {
      answered: t("names.answered"),
      abandoned: t("names.abandoned"),
      shortAbandoned: t("names.shortAbandoned"),
      leftOtherwise: t("names.leftOtherwise"),
      waiting: t("names.waiting"),
      offered: t("names.offered"),
      serviceLevel: t("names.serviceLevel"),
    },
    compared: (name) => (compare === null ? name : t(`compared.${compare.with}`, { name })),
    intervalHead: t("interval"),
    targetLine: (share) => t("targetLine", { share: words.share(share) }),
  };
}
