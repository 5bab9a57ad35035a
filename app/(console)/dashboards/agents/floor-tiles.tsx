import { useTranslations } from "next-intl";
import { prepareFloorTiles } from "@/app/_charts/prepare-floor-tiles";
import { agentMetrics } from "@/app/_components/charts/agent-metrics";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import type { ReadAgents } from "@/app/(console)/dashboards/agents/read-agents";
import { useChangeWords } from "@/app/(console)/dashboards/change-words";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";

interface FloorTilesProps {
  read: ReadAgents;
  dashboard: Dashboard;
}

/** All agents together: each figure, and how it changed. */
export function FloorTiles({ read, dashboard }: FloorTilesProps) {
  const t = useTranslations("agentsPage");
  const names = useTranslations("agentFigures");
  const { compare } = dashboard;
  const { floor, compared, words, countsAllWork, presentAgents } = read;
  const tiles = prepareFloorTiles(
    { figures: floor, of: dashboard },
    compare && compared && { figures: compared, of: compare },
    {
      ...useChangeWords(words, compare),
      about: { occupancy: countsAllWork ? t("present", { count: presentAgents }) : t("partOfWork") },
    },
  );
  return (
    <section aria-label={t("floor")} className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-4">
      {tiles.map(({ column, ...tile }) => (
        <Tile
          key={column}
          name={names(`columns.${column}`)}
          definition={<DefinitionCard metric={agentMetrics[column]} />}
          {...tile}
        />
      ))}
    </section>
  );
}
