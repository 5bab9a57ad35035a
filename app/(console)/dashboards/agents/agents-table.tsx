import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type AgentColumn, agentColumns } from "@/app/_charts/agent-cells";
import { differenceOf } from "@/app/_charts/agent-differences";
import { type AgentSort, agentSorts, sortAgents } from "@/app/_charts/sort-agents";
import { agentMetrics } from "@/app/_components/charts/agent-metrics";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { NarrowLink } from "@/app/_components/charts/narrow-link";
import { Button } from "@/app/_components/ui/button";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import { CsvLink, csvHref } from "@/app/(console)/dashboards/agents/csv-link";
import { FigureCell } from "@/app/(console)/dashboards/agents/figure-cell";
import type { ReadAgents, ShownAgent } from "@/app/(console)/dashboards/agents/read-agents";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import {
  type DashboardParams,
  dashboardFields,
  dashboardHref,
} from "@/app/(console)/dashboards/search-params";

const topRows = 50;
const ariaSorts = { asc: "ascending", desc: "descending" } as const;

interface AgentsTableProps {
  read: ReadAgents;
  params: DashboardParams;
}

/** Every agent with every figure; some can be chosen to be set side by side. */
export function AgentsTable({ read, params }: AgentsTableProps) {
  const t = useTranslations("agentsPage");
  const { agents } = read;
  const sorted = sortAgents(agents, params.sort, params.order);
  const shown = params.rows === "all" ? sorted : sorted.slice(0, topRows);
  return (
    <div className="grid min-w-0 gap-2 rounded-lg border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-section">{t("table")}</h2>
        <span className="text-caption text-muted">{t("agentCount", { count: agents.length })}</span>
        <RowsChoice count={agents.length} params={params} />
        <CsvLink href={csvHref(params, "all")}>{t("csv")}</CsvLink>
      </header>
      {read.comparedWith === null ? null : (
        <p className="text-caption text-muted">
          {t("beneath", { against: t(`against.${read.comparedWith}`) })}
        </p>
      )}
      {agents.length === 0 ? (
        <p className="py-8 text-center text-body text-muted">{read.words.none}</p>
      ) : (
        <ChoosingForm params={params}>
          <Rows agents={shown} read={read} params={params} />
        </ChoosingForm>
      )}
    </div>
  );
}

function RowsChoice({ count, params }: { count: number; params: DashboardParams }) {
  const t = useTranslations("agentsPage");
  if (count <= topRows) return null;
  const isAll = params.rows === "all";
  return (
    <span className="flex gap-2 text-caption text-muted">
      {isAll ? null : t("shown", { shown: topRows, count })}
      <Link
        href={dashboardHref("agents", { ...params, rows: isAll ? "top" : "all" })}
        prefetch={false}
        scroll={false}
        className="text-accent hover:underline"
      >
        {isAll ? t("firstOnly", { shown: topRows }) : t("all")}
      </Link>
    </span>
  );
}

/** Sends the ticked agents to the same page, which sets them side by side. */
function ChoosingForm({ params, children }: { params: DashboardParams; children: ReactNode }) {
  const t = useTranslations("agentsPage");
  const kept = dashboardFields({ ...params, compare: "agents", compareAgent: [], agent: [] });
  return (
    <form action="/dashboards/agents" className="grid min-w-0 gap-2">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div>
        <Button type="submit" size="sm">
          {t("compareChosen")}
        </Button>
      </div>
    </form>
  );
}

interface RowsProps extends AgentsTableProps {
  agents: readonly ShownAgent[];
}

function Rows({ agents, read: { words }, params }: RowsProps) {
  const t = useTranslations("agentsPage");
  const differenceIn = (column: AgentColumn, { cells, before }: ShownAgent) => {
    const pair = [cells[column].number, before?.cells[column].number ?? null] as const;
    const difference = differenceOf(column, pair, words);
    return difference?.direction === "same" ? t("same") : (difference?.words ?? null);
  };
  return (
    <PlainTable label={t("table")}>
      <thead>
        <tr>
          <td className={headLook} />
          {agentSorts.map((sort) => (
            <SortHead key={sort} sort={sort} params={params} />
          ))}
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.agentId}>
            <td className={`${cellLook} py-1.5 align-top`}>
              <input
                type="checkbox"
                name="compareAgent"
                value={agent.agentId}
                defaultChecked={params.compareAgent.some((one) => one === agent.agentId)}
                aria-label={t("choose", { name: agent.name })}
                className="size-4 accent-accent"
              />
            </td>
            <th
              scope="row"
              className={`${cellLook} sticky left-0 bg-surface py-1.5 text-left align-top font-medium`}
            >
              {agent.name}
              <Narrow agent={agent} params={params} />
            </th>
            {agentColumns.map((column) => (
              <td key={column} className={`${cellLook} py-1.5 text-right align-top`}>
                <FigureCell cell={agent.cells[column]} difference={differenceIn(column, agent)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

function Narrow({ agent: { agentId, name }, params }: { agent: ShownAgent; params: DashboardParams }) {
  const href = narrowedHref({ page: "agents", params }, { by: "agent", key: agentId });
  return href === null ? null : <NarrowLink href={href} name={name} />;
}

function SortHead({ sort, params }: { sort: AgentSort; params: DashboardParams }) {
  const names = useTranslations("agentFigures");
  const isSorted = params.sort === sort;
  const order = (isSorted ? params.order : null) === "desc" ? "asc" : "desc";
  const Arrow = params.order === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? ariaSorts[params.order] : undefined}
      className={clsx(headLook, sort === "name" ? "sticky left-0 bg-surface" : "text-right")}
    >
      <Link
        href={dashboardHref("agents", {
          ...params,
          sort,
          order: sort === "name" && !isSorted ? "asc" : order,
        })}
        prefetch={false}
        scroll={false}
        className={clsx("inline-flex items-center gap-1 hover:text-ink", isSorted && "text-ink")}
      >
        {names(`columns.${sort}`)}
        {isSorted ? <Arrow aria-hidden className="size-3" /> : null}
      </Link>
      {sort === "name" ? null : <DefinitionCard metric={agentMetrics[sort]} />}
    </th>
  );
}
