import { type AgentCells, agentColumns } from "@/app/_charts/agent-cells";

export const agentSorts = ["name", ...agentColumns] as const;
export type AgentSort = (typeof agentSorts)[number];
export type SortOrder = "asc" | "desc";

interface Sortable {
  readonly name: string;
  readonly cells: AgentCells;
}

/** Agents by a column; those of whom it says nothing come last either way, and names decide between equals. */
export function sortAgents<Agent extends Sortable>(
  agents: readonly Agent[],
  column: AgentSort,
  order: SortOrder,
): Agent[] {
  const sign = order === "asc" ? 1 : -1;
  const byName = (one: Agent, other: Agent) => one.name.localeCompare(other.name);
  if (column === "name") return agents.toSorted((one, other) => sign * byName(one, other));
  return agents.toSorted((one, other) => {
    const [first, second] = [one.cells[column].number, other.cells[column].number];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byName(one, other);
    return sign * (first - second) || byName(one, other);
  });
}
