import { z } from "zod";
import { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import { CallFacts, GroupFacts } from "@/server/domain/routing/facts";
import { GroupSettings } from "@/server/domain/routing/group-settings";
import { Proficiency, Treatment } from "@/server/domain/routing/rule";

/** An agent as rules see them. */
export const AgentOnFloor = z.strictObject({
  agentId: UserId,
  status: PresenceStatus,
  state: SystemState,
  /** Since when the agent has been idle and free; null while they are not. */
  idleSince: Instant.nullable(),
  memberships: z.array(z.strictObject({ skillGroupId: SkillGroupId, proficiency: Proficiency })),
  callsToday: z.int().nonnegative(),
  /** Between 0 and 1. */
  occupancy: z.number().min(0).max(1),
  lastOfferedAt: Instant.nullable(),
});
export type AgentOnFloor = z.infer<typeof AgentOnFloor>;

/** A call in a queue, with the treatment it entered with: later versions of the rules do not touch it. */
export const WaitingCall = z.strictObject({
  callId: CallId,
  facts: CallFacts,
  treatment: Treatment,
  /** When it began to wait, in whichever queue: what steps, rings and ageing are counted from. */
  enteredAt: Instant,
  /** When it came into the queue that it is in now: what the group's longest wait is counted from. */
  queuedAt: Instant,
  /** The group whose queue it is in now: that of its treatment, or one it overflowed to. */
  skillGroupId: SkillGroupId,
  /** How many of its treatment's overflows lie behind it. */
  exitsTaken: z.int().nonnegative(),
  /** Agents who let this call's offer lapse or rejected it: asked again only when nobody else can be. */
  askedInVain: z.array(UserId),
});
export type WaitingCall = z.infer<typeof WaitingCall>;

/** What is known of a skill group besides its rules: how it is doing, and how it works. */
export const GroupOnFloor = z.strictObject({
  facts: GroupFacts,
  settings: GroupSettings,
});
export type GroupOnFloor = z.infer<typeof GroupOnFloor>;

/** The floor at an instant: with the rules, the call and the clock all that decisions follow from. */
export const Floor = z.strictObject({
  groups: z.array(GroupOnFloor),
  agents: z.array(AgentOnFloor),
  waiting: z.array(WaitingCall),
});
export type Floor = z.infer<typeof Floor>;

/** A call that has come out of the IVR and is in no queue yet. */
export interface ArrivingCall {
  readonly facts: CallFacts;
}
