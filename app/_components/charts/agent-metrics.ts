import type { AgentColumn } from "@/app/_charts/agent-cells";
import type { MetricId } from "@/server/domain/metrics/definitions";

/** Which card says what a column holds. */
export const agentMetrics = {
  answered: "answeredLegs",
  handle: "handleTime",
  talk: "talkTime",
  hold: "holdTime",
  wrapUp: "wrapUpTime",
  ring: "ringTime",
  occupancy: "occupancy",
  rona: "ronaRate",
  short: "shortCalls",
  transfers: "transferRate",
} as const satisfies Record<AgentColumn, MetricId>;
