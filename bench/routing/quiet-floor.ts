import { type Hotline, NOW } from "@/bench/routing/hotline";
import { processorMicroseconds } from "@/bench/routing/processor";
import type { AgentOnFloor } from "@/server/domain/routing/floor";
import { FloorIndex } from "@/server/domain/routing/floor-index/floor-index";

/** So many agents talk at any time. */
const AT_ONCE = 20;

/**
 * Microseconds for each call that comes and finds agents free: who gets it, and that agent's going and
 * another's coming back.
 */
export function quietFloorCost(hotline: Hotline, decisions: number): number {
  const index = new FloorIndex(hotline.rules, hotline.floor(0));
  const agents = new Map(hotline.agents.map((agent) => [agent.agentId, agent]));
  const coming = Array.from({ length: decisions }, (_, number) => hotline.waitingCall(number, NOW));
  const talking: AgentOnFloor[] = [];
  const begin = processorMicroseconds();
  for (const [at, call] of coming.entries()) {
    const outcome = index.outcomeFor(call, NOW + at);
    const agent = outcome.kind === "offer" ? agents.get(outcome.agentId) : undefined;
    if (agent === undefined) continue;
    talking.push(agent);
    index.setAgent({ ...agent, state: "ringing", idleSince: null });
    const back = talking.length > AT_ONCE ? talking.shift() : undefined;
    if (back !== undefined) index.setAgent({ ...back, idleSince: NOW + at });
  }
  return (processorMicroseconds() - begin) / decisions;
}
