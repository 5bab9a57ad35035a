import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";

export const occupancyDefinition: Definition = {
  anchors: ["offerMade", "agentAnswered"],
  exclusions: ["stillRinging", "unfinished", "unknownPresence"],
  measure: "share",
  sources: ["amazonConnect"],
};

/** How an agent's time went, in milliseconds. */
export interface AgentTime {
  readonly ringMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  /** Free for calls and idle; null when nothing is known of the agent's presence. */
  readonly freeIdleMs: number | null;
}

/**
 * (Ring + talk + hold + wrap-up) ÷ (that + free while idle), part and whole in milliseconds. Null when
 * presence is not known: without idle time every agent would seem to be busy all day.
 */
export function occupancy({ ringMs, talkMs, holdMs, wrapUpMs, freeIdleMs }: AgentTime): Proportion | null {
  if (freeIdleMs === null) return null;
  const busyMs = ringMs + talkMs + holdMs + wrapUpMs;
  return proportionOf(busyMs, busyMs + freeIdleMs);
}
