import { AgentsTable } from "@/app/(console)/dashboards/agents/agents-table";
import { FloorTiles } from "@/app/(console)/dashboards/agents/floor-tiles";
import { HandleFunnelChart } from "@/app/(console)/dashboards/agents/handle-funnel-chart";
import { readAgents } from "@/app/(console)/dashboards/agents/read-agents";
import { SideBySide } from "@/app/(console)/dashboards/agents/side-by-side";
import { Books } from "@/app/(console)/dashboards/books";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

interface AgentsDashboardProps {
  params: DashboardParams;
  dashboard: Dashboard;
}

/** The work of the floor and of each agent, with what chance alone would make of it. */
export async function AgentsDashboard({ params, dashboard }: AgentsDashboardProps) {
  const read = await readAgents(dashboard);
  return (
    <>
      <FloorTiles read={read} dashboard={dashboard} />
      <Books counts={read.visits} records={dashboard} words={read.words} />
      {read.beside.length > 1 ? <SideBySide agents={read.beside} words={read.words} params={params} /> : null}
      <HandleFunnelChart read={read} />
      <AgentsTable read={read} params={params} />
    </>
  );
}
