import { z } from "zod";
import { UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { bucketEnd, bucketStart } from "@/server/domain/metrics/time/period-cover";

/** What an agent has chosen to be. */
export const PresenceStatus = z.enum(["idle", "busy", "short_break", "meeting", "training", "offline"]);
export type PresenceStatus = z.infer<typeof PresenceStatus>;

/** What the hotline has an agent do, whatever they have chosen. Dialling a customer is being on a call. */
export const SystemState = z.enum(["free", "ringing", "on_call", "wrapping_up"]);
export type SystemState = z.infer<typeof SystemState>;

/** From `at` on, the agent has this status and this state. */
export const PresenceChange = z.strictObject({
  agentId: UserId,
  at: Instant.nonnegative(),
  status: PresenceStatus,
  state: SystemState,
});
export type PresenceChange = z.infer<typeof PresenceChange>;

/** From `startedAt` on and before `endedAt` one agent had one status and one state; null while they still do. */
export interface PresencePeriod {
  readonly agentId: UserId;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly status: PresenceStatus;
  readonly state: SystemState;
}

type Presence = Pick<PresencePeriod, "status" | "state">;

/** Whether two are told apart by nothing but their time and agent: the one goes on as the other. */
export function isSamePresence(one: Presence, other: Presence): boolean {
  return one.status === other.status && one.state === other.state;
}

/** Whether a call could be offered: the agent has chosen to be idle, and the hotline has nothing for them. */
export function isFreeIdle({ status, state }: Presence): boolean {
  return status === "idle" && state === "free";
}

/** `now` is when the question is asked. */
export interface PresenceSpan {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
}

/**
 * How long somebody was free while idle within [from, until), in milliseconds: the part of occupancy's
 * denominator in which nothing was handled. A period still open counts until `now`. The periods may be of
 * several agents; then it is the sum over them.
 */
export function freeIdleWithin(periods: readonly PresencePeriod[], span: PresenceSpan): number {
  return periods.filter(isFreeIdle).reduce((total, { startedAt, endedAt }) => {
    const until = Math.min(endedAt ?? span.now, span.until);
    return total + Math.max(0, until - Math.max(startedAt, span.from));
  }, 0);
}

export interface HourPart {
  /** The beginning of the hour, on the clock of UTC. */
  readonly at: Instant;
  readonly ms: number;
}

/** An ended period cut at the hours of UTC: parts that add up to its length. None while it is still open. */
export function hoursOf({ startedAt, endedAt }: PresencePeriod): HourPart[] {
  const parts: HourPart[] = [];
  if (endedAt === null) return parts;
  for (let from = startedAt; from < endedAt; ) {
    const at = bucketStart("hour", from);
    const until = Math.min(bucketEnd("hour", at), endedAt);
    parts.push({ at, ms: until - from });
    from = until;
  }
  return parts;
}
