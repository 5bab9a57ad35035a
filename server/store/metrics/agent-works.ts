import type { Queryable } from "@/drizzle/database";
import { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { AgentWork } from "@/server/domain/metrics/agent-figures";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { readTalliesBy } from "@/server/store/metrics/read-tallies";
import type { Period } from "@/server/store/metrics/record-conditions";
import { readFreeIdle } from "@/server/store/presence/free-idle";

export interface WorkQuestion extends Period {
  readonly filter: FigureFilter;
  readonly now: Instant;
}

/** The work of each agent who was offered a call, had one, or was there at all. */
export async function readAgentWorks(
  db: Queryable,
  { now, ...question }: WorkQuestion,
): Promise<Map<UserId, AgentWork>> {
  const { from, until, filter } = question;
  const [legs, offers, freeIdle] = await Promise.all([
    readTalliesBy(db, { ...question, unit: "leg", by: "agent" }),
    readTalliesBy(db, { ...question, unit: "offer", by: "agent" }),
    countsAllWork(filter) ? readFreeIdle(db, { from, until, now, agentIds: agentsAsked(filter) }) : new Map(),
  ]);
  const agentIds = new Set([...legs.keys(), ...offers.keys(), ...freeIdle.keys()]);
  const works = [...agentIds].map((agentId): [UserId, AgentWork] => [
    UserId.parse(agentId),
    {
      legs: legs.get(agentId) ?? emptyTally("leg"),
      offers: offers.get(agentId) ?? emptyTally("offer"),
      freeIdleMs: freeIdle.get(agentId) ?? null,
    },
  ]);
  return new Map(works);
}

function agentsAsked({ agentIds }: FigureFilter): UserId[] | undefined {
  return agentIds?.filter((agentId) => agentId !== null);
}

/** Presence is that of whole agents: set beside some of their work only, it would make them look idle. */
export function countsAllWork({ agentIds: _, ...parts }: FigureFilter): boolean {
  return Object.values(parts).every((asked) => asked === undefined);
}
