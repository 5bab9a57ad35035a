import { z } from "zod";
import { Verification } from "@/server/domain/calls/event";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";

const word = z.string().min(1).max(80).nullable();

/** Everything that rules may ask of a call, as it was known when the call was decided on. */
export const CallFacts = z.strictObject({
  /** The line that was dialled. */
  dialledNumber: z.string().max(40).nullable(),
  callerNumber: z.string().max(40).nullable(),
  /** In English, as the numbering plan says. */
  province: word,
  customerTier: word,
  language: word,
  verification: Verification.nullable(),
  /** The keys that were pressed in the IVR, in order. */
  keyTrack: z.array(z.string().min(1).max(8)).max(100),
  /** Whole hours since the customer's last call ended; null when this is the first that is known. */
  hoursSinceLastCall: z.int().nonnegative().nullable(),
  /** Who spoke with the customer last, and when; both null when nobody has. */
  lastAgentId: UserId.nullable(),
  lastAgentAt: Instant.nullable(),
  hasOpenWorkOrder: z.boolean(),
});
export type CallFacts = z.infer<typeof CallFacts>;

/** What rules may ask of a skill group's part of the floor. */
export const GroupFacts = z.strictObject({
  skillGroupId: SkillGroupId,
  callersWaiting: z.int().nonnegative(),
  /** Seconds that the first in line has waited; 0 when nobody waits. */
  longestWaitSeconds: z.int().nonnegative(),
  agentsFree: z.int().nonnegative(),
  /** Agents of the group who are signed in and not away, free or not. */
  agentsStaffed: z.int().nonnegative(),
  estimatedWaitSeconds: z.int().nonnegative(),
});
export type GroupFacts = z.infer<typeof GroupFacts>;

/** The facts of a group of which nothing is known: nobody waits and nobody is there. */
export function emptyGroup(skillGroupId: SkillGroupId): GroupFacts {
  return {
    skillGroupId,
    callersWaiting: 0,
    longestWaitSeconds: 0,
    agentsFree: 0,
    agentsStaffed: 0,
    estimatedWaitSeconds: 0,
  };
}

/** A call that nothing is known of. */
export const unknownCall: CallFacts = {
  dialledNumber: null,
  callerNumber: null,
  province: null,
  customerTier: null,
  language: null,
  verification: null,
  keyTrack: [],
  hoursSinceLastCall: null,
  lastAgentId: null,
  lastAgentAt: null,
  hasOpenWorkOrder: false,
};
