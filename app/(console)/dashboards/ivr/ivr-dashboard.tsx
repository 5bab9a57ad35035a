import { Books } from "@/app/(console)/dashboards/books";
import { IvrTables } from "@/app/(console)/dashboards/ivr/ivr-tables";
import { IvrTiles } from "@/app/(console)/dashboards/ivr/ivr-tiles";
import { IvrTimes } from "@/app/(console)/dashboards/ivr/ivr-times";
import { readIvr } from "@/app/(console)/dashboards/ivr/read-ivr";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

interface IvrDashboardProps {
  params: DashboardParams;
  dashboard: Dashboard;
}

/** How many calls the IVR holds, how long, what they press there, and where they hang up. */
export async function IvrDashboard({ params, dashboard }: IvrDashboardProps) {
  const view = await readIvr(params, dashboard);
  return (
    <>
      <IvrTiles view={view} />
      <Books counts={view.visits} records={dashboard} words={view.words} />
      <IvrTimes view={view} />
      <IvrTables view={view} />
    </>
  );
}
