import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { drawFor } from "@/server/domain/routing/draw";
import { type Fitness, fitnessOf, isLastAgent } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import type { AgentOrder } from "@/server/domain/routing/rule";
import { type AllocationRules, reachOf, waitSecondsOf } from "@/server/domain/routing/standing";
import type { AgentTried, Rank } from "@/server/domain/routing/trace";

/** Behind everybody whose key is known. */
export const LAST = Number.MAX_SAFE_INTEGER;

/** An eligible agent, with what decides on the place. */
export type Ranked = Omit<Extract<AgentTried, { unfit: null }>, "place">;

export interface Asking {
  readonly call: WaitingCall;
  readonly rules: AllocationRules;
  readonly now: Instant;
}

/**
 * Every agent for a waiting call: the eligible ones in the order in which it is offered to them, each with
 * what put them there, then the others with what rules them out, by id.
 */
export function rankAgents(agents: readonly AgentOnFloor[], asking: Asking): AgentTried[] {
  const reach = reachOf(asking.call, asking.rules, asking.now);
  const eligible: Ranked[] = [];
  const others: AgentTried[] = [];
  for (const agent of agents) {
    const fitness = fitnessOf(agent, reach);
    if (fitness.fits) eligible.push(rankedAs(agent, fitness, asking));
    else others.push({ agentId: agent.agentId, unfit: fitness.unfit });
  }
  eligible.sort(compareRanked);
  others.sort((one, other) => compareIds(one.agentId, other.agentId));
  return [...eligible.map((agent, index) => ({ ...agent, place: index + 1 })), ...others];
}

/** Of the agents, the one who would be first of all; undefined when none is eligible. */
export function firstAgent(agents: readonly AgentOnFloor[], asking: Asking): Ranked | undefined {
  const reach = reachOf(asking.call, asking.rules, asking.now);
  let first: Ranked | undefined;
  for (const agent of agents) {
    const fitness = fitnessOf(agent, reach);
    if (!fitness.fits) continue;
    const ranked = rankedAs(agent, fitness, asking);
    if (first === undefined || compareRanked(ranked, first) < 0) first = ranked;
  }
  return first;
}

function rankedAs(
  agent: AgentOnFloor,
  { skillGroupId, proficiency }: Extract<Fitness, { fits: true }>,
  asking: Asking,
): Ranked {
  const { agentId } = agent;
  return { agentId, unfit: null, skillGroupId, rank: rankOf(agent, asking, proficiency) };
}

function compareRanked(one: Ranked, other: Ranked): number {
  return compareRanks(one.rank, other.rank) || compareIds(one.agentId, other.agentId);
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
export function keysOf(
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
  return difference || compareKeys(one.keys, other.keys);
}

/** Number after number; below zero when `one` goes before `other`. */
export function compareKeys(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((key, place) => key !== other[place]);
  return index === -1 ? 0 : (one[index] ?? LAST) - (other[index] ?? LAST);
}

/** By id, as text. */
export function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
