import "server-only";
import { getTranslations } from "next-intl/server";
import { type AgentCells, type AgentWords, agentCells, type FiguresOf } from "@/app/_charts/agent-cells";
import { getAgentWords } from "@/app/_components/format/agent-words";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { api } from "@/app/_trpc/server";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { AgentFigures } from "@/server/domain/metrics/agent-figures";

export interface ShownAgent {
  readonly agentId: string;
  readonly name: string;
  readonly figures: AgentFigures;
  readonly cells: AgentCells;
}

type Named = RouterOutputs["dashboards"]["agents"]["figures"]["agents"][number];

/** The figures that a dashboard asks for, with those of each agent in words. */
export async function readAgents({ from, until, filter, compare }: Dashboard) {
  const t = await getTranslations("agentsPage");
  const words = await getAgentWords();
  const figures = await api.dashboards.agents.figures({
    from,
    until,
    filter,
    compare: compare && {
      from: compare.from,
      until: compare.until,
      filter: compare.filter,
      areAgents: compare.with === "agents",
    },
  });
  const shown =
    (of: FiguresOf) =>
    ({ agentId, name, figures: own }: Named): ShownAgent => ({
      agentId,
      name: name ?? t("unknownAgent"),
      figures: own,
      cells: agentCells(own, { ...of, filter: { ...of.filter, agentIds: [agentId] } }, words),
    });
  return {
    ...figures,
    words,
    agents: figures.agents.map(shown({ from, until, filter })),
    beside: compare && figures.beside ? figures.beside.map(shown(compare)) : [],
  };
}

export type ReadAgents = Awaited<ReturnType<typeof readAgents>> & { readonly words: AgentWords };
