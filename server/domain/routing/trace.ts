import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import type { Failure } from "@/server/domain/routing/ask";
import type { AgentOrder, Fallback, Obstacle, Proficiency, RuleId } from "@/server/domain/routing/rule";
import type { Exit } from "@/server/domain/routing/standing";

// What a decision leaves behind, so that it can be told later and never has to be worked out again.

/** A queue rule that was looked at. */
export type RuleTried = { readonly ruleId: RuleId } & (
  | { readonly result: "disabled" }
  | { readonly result: "failed"; readonly failure: Failure }
  | { readonly result: "matched" }
);

/** A group that the call tried to enter. */
export interface GroupTried {
  readonly skillGroupId: SkillGroupId;
  /** What kept the call from the queue; null when nothing did. */
  readonly obstacle: Obstacle | null;
  readonly fallback: Fallback | null;
}

/** Why an agent was not eligible, the first reason that applies. */
export type Unfit =
  | { readonly reason: "notInGroup" }
  | { readonly reason: "notFree"; readonly state: Exclude<SystemState, "free"> }
  | { readonly reason: "notIdle"; readonly status: Exclude<PresenceStatus, "idle"> }
  | { readonly reason: "belowRing"; readonly proficiency: Proficiency; readonly needed: Proficiency };

/** A step or the group's longest wait takes the call out of the queue, and is due. */
interface Leaving {
  readonly reason: "leaving";
}

/** By what eligible agents are compared, the smaller first, number after number; last by id. */
export interface Rank {
  /** 1 for an agent who has let this very call ring in vain. */
  readonly askedInVain: 0 | 1;
  /** 0 for the agent whom the customer spoke with last, while they go first. */
  readonly lastAgent: 0 | 1;
  readonly by: AgentOrder["by"];
  readonly keys: readonly number[];
}

export type AgentTried = { readonly agentId: UserId } & (
  | { readonly unfit: Unfit }
  | { readonly unfit: null; readonly skillGroupId: SkillGroupId; readonly rank: Rank; readonly place: number }
);

/** A waiting call that was considered for an agent who became free. */
export type CallTried = { readonly callId: CallId } & (
  | { readonly unfit: Unfit | Leaving }
  | {
      readonly unfit: null;
      readonly skillGroupId: SkillGroupId;
      readonly score: number;
      readonly waitSeconds: number;
      readonly place: number;
    }
);

export interface ArrivalTrace {
  readonly kind: "arrival";
  readonly at: Instant;
  readonly rules: readonly RuleTried[];
  readonly groups: readonly GroupTried[];
}

export interface WaitingTrace {
  readonly kind: "waiting";
  readonly at: Instant;
  readonly waitSeconds: number;
  /** What takes the call out of its queue; null while it may wait there. */
  readonly exit: Exit | null;
  /** The groups that it was then sent to. */
  readonly groups: readonly GroupTried[];
  readonly agents: readonly AgentTried[];
}

export interface ChoiceTrace {
  readonly kind: "choice";
  readonly at: Instant;
  readonly agentId: UserId;
  readonly calls: readonly CallTried[];
}
