import type { createCaller } from "@/server/api/root";
import type { Lane } from "@/server/domain/calls/occupancy";

type Api = ReturnType<typeof createCaller>;

/** One call as `callRecord.byId` answers it. */
export type CallSheet = Awaited<ReturnType<Api["callRecord"]["byId"]>>;

/** The name of whoever a lane belongs to, where it has one. */
export function nameOfLane({ legs, visits }: CallSheet, lane: Lane): string | null {
  if (lane.kind === "agent") return legs.find((leg) => leg.agentId === lane.agentId)?.agent ?? null;
  if (lane.kind === "queue") {
    return visits.find((visit) => visit.skillGroupId === lane.skillGroupId)?.skillGroup ?? null;
  }
  return null;
}
