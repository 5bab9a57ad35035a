import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { drawFor } from "@/server/domain/routing/draw";
import { fitnessOf, isLastAgent } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import type { AgentOrder } from "@/server/domain/routing/rule";
import { type AllocationRules, reachOf, waitSecondsOf } from "@/server/domain/routing/standing";
import type { AgentTried, Rank } from "@/server/domain/routing/trace";

/** Behind everybody whose key is known. */
export const LAST = Number.MAX_SAFE_INTEGER;

type Eligible = Extract<AgentTried, { unfit: null }>;

export interface Asking {
  readonly call: WaitingCall;
  readonly rules: AllocationRules;
  readonly now: Instant;
}

/**
 * Every agent for a waiting call: the eligible ones in the order in which it is offered to them, each with
 * what put them there, then the others with what rules them out, by id.
 */
export function rankAgents(agents: readonly AgentOnFloor[], { call, rules, now }: Asking): AgentTried[] {
  const reach = reachOf(call, rules, now);
  const eligible: Omit<Eligible, "place">[] = [];
  const others: AgentTried[] = [];
  for (const agent of agents) {
    const { agentId } = agent;
    const fitness = fitnessOf(agent, reach);
    if (!fitness.fits) others.push({ agentId, unfit: fitness.unfit });
    else {
      const rank = rankOf(agent, { call, rules, now }, fitness.proficiency);
      eligible.push({ agentId, unfit: null, skillGroupId: fitness.skillGroupId, rank });
    }
  }
  eligible.sort((one, other) => compareRanks(one.rank, other.rank) || compareIds(one.agentId, other.agentId));
  others.sort((one, other) => compareIds(one.agentId, other.agentId));
  return [...eligible.map((agent, index) => ({ ...agent, place: index + 1 })), ...others];
}

function rankOf(agent: AgentOnFloor, { call, rules, now }: Asking, proficiency: number): Rank {
  const rule = rules.get(call.skillGroupId);
  const order: AgentOrder = rule?.order ?? { by: "longestIdle" };
  const first = rule?.lastAgentFirst ?? null;
  const isFirst =
    first !== null &&
    waitSecondsOf(call, now) < first.whileWaitingSeconds &&
    isLastAgent(agent, call, { withinDays: first.withinDays, now });
  return {
    askedInVain: call.askedInVain.includes(agent.agentId) ? 1 : 0,
    lastAgent: isFirst ? 0 : 1,
    by: order.by,
    keys: keysOf(agent, order, { proficiency, callId: call.callId }),
  };
}

/** The numbers that an order compares agents by; who has been idle longer goes first among equals. */
function keysOf(
  agent: AgentOnFloor,
  order: AgentOrder,
  { proficiency, callId }: { readonly proficiency: number; readonly callId: string },
): number[] {
  const idleSince = agent.idleSince ?? LAST;
  switch (order.by) {
    case "longestIdle":
      return [idleSince];
    case "proficiency":
      return [-proficiency, idleSince];
    case "fewestCallsToday":
      return [agent.callsToday, idleSince];
    case "lowestOccupancy":
      return [agent.occupancy, idleSince];
    case "leastRecentlyOffered":
      return [agent.lastOfferedAt ?? -1, idleSince];
    case "fixed":
      return [placeIn(order.agentIds, agent.agentId), idleSince];
    case "random":
      return [drawFor(order.seed, callId, agent.agentId)];
  }
}

function placeIn(agentIds: readonly UserId[], agentId: UserId): number {
  const index = agentIds.indexOf(agentId);
  return index === -1 ? LAST : index;
}

/** Below zero when `one` goes before `other`; 0 when only their ids are left. */
export function compareRanks(one: Rank, other: Rank): number {
  const difference = one.askedInVain - other.askedInVain || one.lastAgent - other.lastAgent;
  if (difference !== 0) return difference;
  for (const [index, key] of one.keys.entries()) {
    const otherKey = other.keys[index] ?? LAST;
    if (key !== otherKey) return key < otherKey ? -1 : 1;
  }
  return 0;
}

/** By id, as text. */
export function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
