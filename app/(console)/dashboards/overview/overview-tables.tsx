import { getTranslations } from "next-intl/server";
import {
  type OverviewTableWords,
  prepareFiguresTable,
  prepareGroupTable,
  withGroupsOfEither,
} from "@/app/_charts/prepare-overview-tables";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { ServiceLevelReadings } from "@/app/_components/charts/service-level-readings";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import type { OverviewView } from "@/app/(console)/dashboards/overview/overview-of";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

const topRows = 50;

interface OverviewTablesProps {
  params: DashboardParams;
  dashboard: Dashboard;
  view: OverviewView;
}

/** Group by group; every figure in rows; and the service level as others read it. */
export async function OverviewTables({ params, dashboard, view }: OverviewTablesProps) {
  const t = await getTranslations("overview");
  const words = await getTableWords({ params, dashboard, view });
  const { overview } = view;
  const { figures, records } = overview.own;
  const byGroup = withGroupsOfEither(overview, dashboard.compare?.with === "groups");
  const { groups } = byGroup.own.figures;
  const most = params.rows === "all" ? groups.length : topRows;
  return (
    <>
      <FiguresTable
        title={t("byGroup")}
        definition={<DefinitionCard metric="offeredVisits" />}
        table={prepareGroupTable(byGroup, words, most)}
        aside={
          groups.length > most ? (
            <a href={dashboardHref("overview", { ...params, rows: "all" })} className="hover:underline">
              {t("allGroups", { count: groups.length })}
            </a>
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <FiguresTable title={t("allFigures")} table={prepareFiguresTable(overview, words)} />
        <ServiceLevelReadings {...figures} records={records} now={overview.now} />
      </div>
    </>
  );
}

async function getTableWords({ params, dashboard, view }: OverviewTablesProps): Promise<OverviewTableWords> {
  const { compare } = dashboard;
  const { groups, overview } = view;
  const t = await getTranslations("overview");
  const names = new Map(groups.map((group) => [group.skillGroupId, group.name]));
  return {
    ...(await getFigureWords()),
    names: {
      calls: t("names.calls"),
      offered: t("names.offered"),
      answered: t("names.answered"),
      abandoned: t("names.abandoned"),
      waiting: t("names.waiting"),
      serviceLevel: t("names.serviceLevel"),
      abandonment: t("names.abandonment"),
      speedOfAnswer: t("names.speedOfAnswer"),
      waitOfAbandoned: t("names.waitOfAbandoned"),
      handleTime: t("names.handleTime"),
      repeatCalls: t("repeatsWithin", { hours: overview.repeats?.withinHours ?? 0 }),
    },
    heads: {
      skillGroup: t("heads.skillGroup"),
      figure: t("heads.figure"),
      value: t("heads.value"),
      share: t("heads.share"),
      change: t("heads.change"),
    },
    compared: compare === null ? "" : t(`beside.${compare.with}`),
    narrowHref: (key) => narrowedHref({ page: "overview", params }, { by: "skillGroup", key }),
    groupName: (skillGroupId) => names.get(skillGroupId) ?? t("unknownGroup"),
  };
}
