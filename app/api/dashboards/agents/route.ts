import { getTimeZone, getTranslations } from "next-intl/server";
import { type AgentsCsvWords, agentsCsv } from "@/app/_charts/agents-csv";
import { csvOf } from "@/app/_charts/csv";
import { sortAgents } from "@/app/_charts/sort-agents";
import { settle } from "@/app/_trpc/settle";
import { readAgents } from "@/app/(console)/dashboards/agents/read-agents";
import { readDashboard } from "@/app/(console)/dashboards/read-dashboard";
import { loadDashboardParams } from "@/app/(console)/dashboards/search-params";
import { csvResponse } from "@/server/api/csv-response";
import { logged } from "@/server/api/logged";

/** The agents' dashboard with another path: every agent in its table, or those side by side, as a file. */
export const GET = logged(async (request: Request) => {
  const params = loadDashboardParams(request);
  const dashboard = readDashboard(params, { now: Date.now(), timeZone: await getTimeZone() });
  const read = await settle(readAgents(dashboard));
  if (!read.ok) return Response.json({ refusal: read }, { status: 403 });
  const t = await getTranslations("agentsPage");
  const names = await getTranslations("agentFigures");
  const sides = await getTranslations("dashboards.sides");
  const { agents, beside, comparedWith } = read.value;
  const isBeside = new URL(request.url).searchParams.get("agents") === "beside";
  const shown = isBeside ? beside : sortAgents(agents, params.sort, params.order);
  const words: AgentsCsvWords = {
    name: names("columns.name"),
    answered: names("columns.answered"),
    unfinished: t("csvColumns.unfinished"),
    duration: (column, part) => t(`csvColumns.${part}`, { name: names(`columns.${column}`) }),
    share: (column, part) => t(`csvColumns.${part}`, { name: names(`columns.${column}`) }),
  };
  const compared =
    comparedWith === null
      ? null
      : (column: string) => t("csvColumns.compared", { column, side: sides(comparedWith) });
  const rows = agentsCsv(shown, words, compared);
  return csvResponse(csvOf(rows), "agents.csv");
});
