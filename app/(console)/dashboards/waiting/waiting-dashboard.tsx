import { Books } from "@/app/(console)/dashboards/books";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import { GroupWaitsTable } from "@/app/(console)/dashboards/waiting/group-waits-table";
import { Overflow } from "@/app/(console)/dashboards/waiting/overflow";
import { Patience } from "@/app/(console)/dashboards/waiting/patience";
import { readWaiting } from "@/app/(console)/dashboards/waiting/read-waiting";
import { WaitDistributions } from "@/app/(console)/dashboards/waiting/wait-distributions";
import { WaitTiles } from "@/app/(console)/dashboards/waiting/wait-tiles";

interface WaitingDashboardProps {
  params: DashboardParams;
  dashboard: Dashboard;
}

/** How long callers wait, how long they are willing to, and where they are sent on. */
export async function WaitingDashboard({ params, dashboard }: WaitingDashboardProps) {
  const view = await readWaiting(dashboard, params);
  return (
    <>
      <WaitTiles view={view} />
      <Books counts={view.own.counts} records={dashboard} words={view.words} />
      <WaitDistributions view={view} />
      <Patience view={view} />
      <Overflow view={view} />
      <GroupWaitsTable view={view} />
    </>
  );
}
