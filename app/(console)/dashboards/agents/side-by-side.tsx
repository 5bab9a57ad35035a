import { useTranslations } from "next-intl";
import { type AgentWords, agentColumns } from "@/app/_charts/agent-cells";
import { type Difference, differenceOf } from "@/app/_charts/agent-differences";
import { agentMetrics } from "@/app/_components/charts/agent-metrics";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import { CsvLink, csvHref } from "@/app/(console)/dashboards/agents/csv-link";
import { FigureCell } from "@/app/(console)/dashboards/agents/figure-cell";
import type { ShownAgent } from "@/app/(console)/dashboards/agents/read-agents";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

interface SideBySideProps {
  agents: readonly ShownAgent[];
  words: AgentWords;
  params: DashboardParams;
}

/** Some agents in columns; the others' differences to the first stand in words. */
export function SideBySide({ agents, words, params }: SideBySideProps) {
  const t = useTranslations("agentsPage");
  const names = useTranslations("agentFigures");
  const [first] = agents;
  const saidOf = ({ direction, words: difference }: Difference, name: string) =>
    direction === "same" ? t("same") : t("difference", { difference, name });
  if (!first) return null;
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="text-section">{t("beside")}</h2>
        <CsvLink href={csvHref(params, "beside")}>{t("besideCsv")}</CsvLink>
      </header>
      <p className="text-caption text-muted">{t("besideHint", { name: first.name })}</p>
      <PlainTable label={t("beside")}>
        <thead>
          <tr>
            <th scope="col" className={headLook}>
              {t("figure")}
            </th>
            {agents.map(({ agentId, name }) => (
              <th key={agentId} scope="col" className={`${headLook} text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agentColumns.map((column) => (
            <tr key={column}>
              <th scope="row" className={`${cellLook} py-1.5 text-left align-top font-normal`}>
                {names(`columns.${column}`)} <DefinitionCard metric={agentMetrics[column]} />
              </th>
              {agents.map(({ agentId, cells }) => {
                const pair = [cells[column].number, first.cells[column].number] as const;
                const difference = agentId === first.agentId ? null : differenceOf(column, pair, words);
                return (
                  <td key={agentId} className={`${cellLook} py-1.5 text-right align-top`}>
                    <FigureCell
                      cell={cells[column]}
                      difference={difference && saidOf(difference, first.name)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </div>
  );
}
