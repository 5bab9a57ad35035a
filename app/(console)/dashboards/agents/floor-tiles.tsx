import { useTranslations } from "next-intl";
import { type AgentColumn, agentCells, agentColumns, notesBeneath } from "@/app/_charts/agent-cells";
import { differenceOf } from "@/app/_charts/agent-differences";
import type { TileChange } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { agentMetrics } from "@/app/_components/charts/agent-metrics";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import type { ReadAgents } from "@/app/(console)/dashboards/agents/read-agents";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";

interface FloorTilesProps {
  read: ReadAgents;
  dashboard: Dashboard;
}

/** Of these, more is worse; of the others neither. */
const worseWhenMore: ReadonlySet<AgentColumn> = new Set(["rona", "short"]);

/** All agents together: each figure, and how it changed. */
export function FloorTiles({ read, dashboard }: FloorTilesProps) {
  const t = useTranslations("agentsPage");
  const names = useTranslations("agentFigures");
  const { from, until, filter, compare } = dashboard;
  const { floor, compared, words, countsAllWork, presentAgents } = read;
  const cells = agentCells(floor, { from, until, filter }, words);
  const before = compare && compared && agentCells(compared, compare, words);
  const changeOf = (column: AgentColumn): TileChange | null => {
    const other = before?.[column].number ?? null;
    const difference = differenceOf(column, [cells[column].number, other], words);
    if (!compare || compare.with === "agents" || !difference) return null;
    const { direction, words: said } = difference;
    return {
      direction,
      words: direction === "same" ? t("same") : said,
      tone: toneOf(column, direction),
      against: t(`against.${compare.with}`),
    };
  };
  const about: Partial<Record<AgentColumn, string>> = {
    occupancy: countsAllWork ? t("present", { count: presentAgents }) : t("partOfWork"),
  };
  return (
    <section aria-label={t("floor")} className="grid gap-4">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-4">
        {agentColumns.map((column) => (
          <Tile
            key={column}
            name={names(`columns.${column}`)}
            definition={agentMetrics[column] && <DefinitionCard metric={agentMetrics[column]} />}
            value={cells[column].text}
            href={cells[column].href}
            notes={[...notesBeneath(cells[column]), ...(about[column] === undefined ? [] : [about[column]])]}
            change={changeOf(column)}
          />
        ))}
      </div>
      {floor.unfinished > 0 ? (
        <p className="text-caption text-muted">
          <a
            href={cohortHref({ unit: "leg", from, until, filter, finished: false })}
            className="hover:underline"
          >
            {t("unfinished", { count: floor.unfinished })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function toneOf(column: AgentColumn, direction: TileChange["direction"]): TileChange["tone"] {
  if (direction === "same" || !worseWhenMore.has(column)) return "neutral";
  return direction === "up" ? "bad" : "good";
}
