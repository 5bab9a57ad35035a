import { z } from "zod";
import type { QueueExit, Verification } from "@/server/domain/calls/event";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

export const CallDirection = z.enum(["inbound", "outbound"]);
export type CallDirection = z.infer<typeof CallDirection>;

/**
 * How a call came out, judged by its last queue visit.
 * `left_in_ivr`: ended before any queue. `turned_away`: closed, full or nobody staffed.
 * `not_reached`: an outbound call nobody picked up. `phantom`: the sender itself disowns the record.
 */
export const CallOutcome = z.enum([
  "in_progress",
  "answered",
  "abandoned",
  "short_abandoned",
  "overflowed",
  "callback",
  "left_in_ivr",
  "turned_away",
  "not_reached",
  "failed",
  "phantom",
]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** Every visit ends in exactly one of these; together they are the reconciliation identity of the queue. */
export const VisitOutcome = z.enum([
  "waiting",
  "answered",
  "abandoned",
  "short_abandoned",
  "overflowed",
  "callback",
]);
export type VisitOutcome = z.infer<typeof VisitOutcome>;

export const LegKind = z.enum(["queue", "transfer", "consult", "outbound"]);
export type LegKind = z.infer<typeof LegKind>;

export const LegOutcome = z.enum(["ringing", "missed", "rejected", "withdrawn", "talking", "ended"]);
export type LegOutcome = z.infer<typeof LegOutcome>;

/** What ended an answered leg. */
export const LegEnd = z.enum([
  "caller",
  "agent",
  "blind_transfer",
  "attended_transfer",
  "consult_ended",
  "system",
]);
export type LegEnd = z.infer<typeof LegEnd>;

export interface QueueVisit {
  readonly ordinal: number;
  readonly skillGroupId: SkillGroupId;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  /** From entering the queue to leaving it, ring included; null while waiting. */
  readonly waitMs: number | null;
  readonly outcome: VisitOutcome;
  readonly exit: QueueExit | null;
  readonly answeredBy: UserId | null;
  readonly priority: number;
  readonly serviceLevelSeconds: number;
  readonly shortAbandonSeconds: number;
  readonly ruleSetVersion: number | null;
}

export interface Leg {
  readonly ordinal: number;
  readonly kind: LegKind;
  readonly agentId: UserId;
  readonly visitOrdinal: number | null;
  readonly skillGroupId: SkillGroupId | null;
  readonly offeredAt: Instant;
  readonly answeredAt: Instant | null;
  /** End of the conversation, or of the ring when it was not answered. */
  readonly endedAt: Instant | null;
  readonly outcome: LegOutcome;
  readonly end: LegEnd | null;
  /** From offer to answer or to its lapse; null while ringing. */
  readonly ringMs: number | null;
  /** Answer to end, less hold; null until the conversation has ended. */
  readonly talkMs: number | null;
  readonly holdMs: number | null;
  readonly wrapUpStartedAt: Instant | null;
  readonly wrapUpEndedAt: Instant | null;
  readonly wrapUpMs: number | null;
}

export interface KeyPress {
  readonly ordinal: number;
  readonly node: string;
  readonly key: string;
  readonly at: Instant;
}

/** One call as the call log shows it: the fold of its events. Durations in milliseconds. */
export interface Call {
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
  readonly startedAt: Instant;
  /** When the customer's part ended; wrap-up may go on. */
  readonly endedAt: Instant | null;
  readonly endedBy: "caller" | "agent" | "system" | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly customerRef: string | null;
  readonly lineNumber: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly verification: Verification | null;
  /** Connect time: the first agent's answer. */
  readonly answeredAt: Instant | null;
  readonly ivrMs: number;
  /** Sum over queue visits that have ended. */
  readonly waitMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  /** Talk, hold and finished wrap-up over all answered legs. */
  readonly handleMs: number;
  /** The group of the last visit, and the last agent who answered. */
  readonly skillGroupId: SkillGroupId | null;
  readonly agentId: UserId | null;
  readonly visitCount: number;
  readonly offerCount: number;
  readonly transferCount: number;
  /** Keys in order, joined by "-": what prefix and contains filters read. */
  readonly keyTrack: string;
  /** The IVR node that the caller was last at, key or no key; null when the call was in none. */
  readonly exitNode: string | null;
  readonly surveyScore: number | null;
}

/** An event that the life of a call does not allow where it came; kept, and without effect. */
export interface Anomaly {
  readonly sourceId: string;
  readonly reason: "unexpected_event" | "unknown_agent_leg" | "time_went_back" | "too_many_events";
}

export interface FoldedCall {
  readonly call: Call;
  readonly visits: readonly QueueVisit[];
  readonly legs: readonly Leg[];
  readonly keys: readonly KeyPress[];
  readonly anomalies: readonly Anomaly[];
}
