import { getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { readFilterChoices } from "@/app/_components/read-filter-choices";
import { LazySavedViews } from "@/app/_components/saved-views/lazy-saved-views";
import { Notice } from "@/app/_components/ui/notice";
import { PageHead } from "@/app/_components/ui/page-head";
import { UnreadNotice } from "@/app/_components/unread-notice";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, viewerOfRequest } from "@/app/_trpc/server";
import { DashboardBar } from "@/app/(console)/dashboards/dashboard-bar";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { DashboardTabs } from "@/app/(console)/dashboards/dashboard-tabs";
import { FilterChips } from "@/app/(console)/dashboards/filter-chips";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import { type DashboardParams, savedQuery } from "@/app/(console)/dashboards/search-params";
import { canCutInto, INTERVALS_MAX } from "@/server/domain/metrics/time/intervals";
import { mayDo } from "@/server/domain/people/permissions";

interface DashboardFrameProps {
  page: DashboardPage;
  params: DashboardParams;
  dashboard: Dashboard;
  /** Fields of the address that could not be read. */
  unread: readonly string[];
  children: ReactNode;
}

/** What stands around the figures of every dashboard: the tabs, and what the figures look at. */
export async function DashboardFrame({ page, params, dashboard, unread, children }: DashboardFrameProps) {
  const t = await getTranslations("dashboards");
  const viewer = await viewerOfRequest();
  const { from, until, interval, tooFine } = dashboard;
  const [calls, keyTracks] = await Promise.all([
    readFilterChoices(),
    api.dashboards.ivr.keyTracks({ from, until }),
  ]);
  const choices = { ...calls, keyTracks };
  return (
    <ClientMessages namespaces={["ui", "views", "charts", "refusals"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={<DashboardTabs page={page} params={params} />}
          actions={
            viewer ? (
              <LazySavedViews
                page="dashboards"
                query={savedQuery(page, params)}
                views={await api.savedViews.list({ page: "dashboards" })}
                viewerId={viewer.userId}
                mayShare={mayDo(viewer.role, "views:share")}
              />
            ) : null
          }
        />
        <DashboardBar
          page={page}
          params={params}
          interval={interval}
          choices={choices}
          viewerTimeZone={await getTimeZone()}
        />
        <FilterChips page={page} params={params} choices={choices} />
        <UnreadNotice fields={unread}>{t("unreadHint")}</UnreadNotice>
        {tooFine === null ? null : (
          <Notice
            title={t("tooFine", {
              asked: t(`intervals.${tooFine}`),
              used: t(canCutInto(interval, from, until) ? `intervals.${interval}` : "intervals.whole"),
            })}
          >
            {t("tooFineHint", { most: INTERVALS_MAX })}
          </Notice>
        )}
        {children}
      </div>
    </ClientMessages>
  );
}
