import { z } from "zod";
import { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import { Failure } from "@/server/domain/routing/ask";
import { AgentOrder, Fallback, Obstacle, Proficiency, RuleId } from "@/server/domain/routing/rule";
import { Exit } from "@/server/domain/routing/standing";

// What a decision leaves behind, so that it can be told later and never has to be worked out again.

const place = z.int().positive();
const waitSeconds = z.int().nonnegative();

/** A queue rule that was looked at. */
export const RuleTried = z.discriminatedUnion("result", [
  z.strictObject({ ruleId: RuleId, result: z.literal("disabled") }),
  z.strictObject({ ruleId: RuleId, result: z.literal("failed"), failure: Failure }),
  z.strictObject({ ruleId: RuleId, result: z.literal("matched") }),
]);
export type RuleTried = z.infer<typeof RuleTried>;

/** A group that the call tried to enter. */
export const GroupTried = z.strictObject({
  skillGroupId: SkillGroupId,
  /** What kept the call from the queue; null when nothing did. */
  obstacle: Obstacle.nullable(),
  fallback: Fallback.nullable(),
});
export type GroupTried = z.infer<typeof GroupTried>;

const unfitReasons = [
  z.strictObject({ reason: z.literal("notInGroup") }),
  z.strictObject({ reason: z.literal("notFree"), state: SystemState.exclude(["free"]) }),
  z.strictObject({ reason: z.literal("notIdle"), status: PresenceStatus.exclude(["idle"]) }),
  z.strictObject({ reason: z.literal("belowRing"), proficiency: Proficiency, needed: Proficiency }),
] as const;

/** Why an agent was not eligible, the first reason that applies. */
export const Unfit = z.discriminatedUnion("reason", unfitReasons);
export type Unfit = z.infer<typeof Unfit>;

/** By what eligible agents are compared, the smaller first, number after number; last by id. */
export const Rank = z.strictObject({
  /** 1 for an agent who has let this very call ring in vain. */
  askedInVain: z.literal([0, 1]),
  /** 0 for the agent whom the customer spoke with last, while they go first. */
  lastAgent: z.literal([0, 1]),
  by: z.enum(AgentOrder.options.map(({ shape }) => shape.by.value)),
  keys: z.array(z.number()).readonly(),
});
export type Rank = z.infer<typeof Rank>;

export const AgentTried = z.union([
  z.strictObject({ agentId: UserId, unfit: Unfit }),
  z.strictObject({ agentId: UserId, unfit: z.null(), skillGroupId: SkillGroupId, rank: Rank, place }),
]);
export type AgentTried = z.infer<typeof AgentTried>;

/** A waiting call that was considered for an agent who became free. */
export const CallTried = z.union([
  z.strictObject({
    callId: CallId,
    unfit: z.discriminatedUnion("reason", [
      ...unfitReasons,
      /** A step or the group's longest wait takes the call out of the queue, and is due. */
      z.strictObject({ reason: z.literal("leaving") }),
    ]),
  }),
  z.strictObject({
    callId: CallId,
    unfit: z.null(),
    skillGroupId: SkillGroupId,
    score: z.number(),
    waitSeconds,
    place,
  }),
]);
export type CallTried = z.infer<typeof CallTried>;

export const ArrivalTrace = z.strictObject({
  kind: z.literal("arrival"),
  at: Instant,
  rules: z.array(RuleTried).readonly(),
  groups: z.array(GroupTried).readonly(),
});
export type ArrivalTrace = z.infer<typeof ArrivalTrace>;

export const WaitingTrace = z.strictObject({
  kind: z.literal("waiting"),
  at: Instant,
  waitSeconds,
  /** What takes the call out of its queue; null while it may wait there. */
  exit: Exit.nullable(),
  /** The groups that it was then sent to. */
  groups: z.array(GroupTried).readonly(),
  agents: z.array(AgentTried).readonly(),
});
export type WaitingTrace = z.infer<typeof WaitingTrace>;

export const ChoiceTrace = z.strictObject({
  kind: z.literal("choice"),
  at: Instant,
  agentId: UserId,
  calls: z.array(CallTried).readonly(),
});
export type ChoiceTrace = z.infer<typeof ChoiceTrace>;
