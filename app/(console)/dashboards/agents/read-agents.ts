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
  /** The same agent's, that they are compared with. */
  readonly before: { readonly figures: AgentFigures; readonly cells: AgentCells } | null;
}

type Told = RouterOutputs["dashboards"]["agents"]["figures"]["agents"][number];
type Named = Omit<Told, "before"> & Partial<Pick<Told, "before">>;

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
  const cellsOf = (of: FiguresOf, { agentId, figures: own }: Pick<Named, "agentId" | "figures">) =>
    agentCells(own, { ...of, filter: { ...of.filter, agentIds: [agentId] } }, words);
  const shown =
    (of: FiguresOf) =>
    ({ agentId, name, figures: own, before = null }: Named): ShownAgent => ({
      agentId,
      name: name ?? t("unknownAgent"),
      figures: own,
      cells: cellsOf(of, { agentId, figures: own }),
      before:
        compare && before ? { figures: before, cells: cellsOf(compare, { agentId, figures: before }) } : null,
    });
  const agents = figures.agents.map(shown({ from, until, filter }));
  const others = compare && figures.beside ? figures.beside.map(shown(compare)) : [];
  return {
    ...figures,
    words,
    /** What the agents' own figures are compared with. */
    comparedWith: compare === null || compare.with === "agents" ? null : compare.with,
    agents,
    /** Agents that were chosen to be seen next to each other. */
    beside: [...(filter.agentIds === undefined ? [] : agents), ...others],
  };
}

export type ReadAgents = Awaited<ReturnType<typeof readAgents>> & { readonly words: AgentWords };
