import type { Leg } from "@/server/domain/calls/record";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { PresenceChange, PresenceStatus, SystemState } from "@/server/domain/presence/presence";

/** What an agent was by choice, from when on. */
export interface Attendance {
  readonly agentId: UserId;
  readonly chosen: readonly { readonly at: Instant; readonly status: PresenceStatus }[];
}

interface Step {
  readonly at: Instant;
  readonly news: { readonly status: PresenceStatus } | { readonly state: SystemState };
}

/** How an agent's choices and the legs of their calls, in order, make up their presence: one change an instant. */
export function presenceChanges({ agentId, chosen }: Attendance, legs: readonly Leg[]): PresenceChange[] {
  const choices = chosen.map(({ at, status }): Step => ({ at, news: { status } }));
  const steps = [...choices, ...legs.flatMap(stepsOf)].toSorted((one, other) => one.at - other.at);
  const changes = new Map<Instant, PresenceChange>();
  let presence: Pick<PresenceChange, "status" | "state"> = { status: "offline", state: "free" };
  for (const { at, news } of steps) {
    presence = { ...presence, ...news };
    changes.set(at, { agentId, at, ...presence });
  }
  return [...changes.values()];
}

function stepsOf({ kind, offeredAt, answeredAt, endedAt, wrapUpStartedAt, wrapUpEndedAt }: Leg): Step[] {
  return [
    ...stepTo(kind === "outbound" ? "on_call" : "ringing", offeredAt),
    ...stepTo("on_call", answeredAt),
    ...stepTo("free", endedAt),
    ...stepTo("wrapping_up", wrapUpStartedAt),
    ...stepTo("free", wrapUpEndedAt),
  ];
}

function stepTo(state: SystemState, at: Instant | null): Step[] {
  return at === null ? [] : [{ at, news: { state } }];
}
