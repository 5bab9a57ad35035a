import { z } from "zod";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Condition } from "@/server/domain/routing/condition";
import { TimeZone } from "@/server/domain/time-zone";

export const RuleId = z.uuid().brand<"RuleId">();
export type RuleId = z.infer<typeof RuleId>;

/** 1 is the lowest, 5 the highest. */
export const Proficiency = z.int().min(1).max(5);
export type Proficiency = z.infer<typeof Proficiency>;

const LONGEST_SECONDS = 86_400;
const seconds = z.int().min(0).max(LONGEST_SECONDS);
const priority = z.int().min(-1000).max(1000);
const message = z.string().min(1).max(200);

const waitAnyway = z.strictObject({ kind: z.literal("waitAnyway") });
const overflow = z.strictObject({ kind: z.literal("overflow"), to: SkillGroupId });
const callback = z.strictObject({ kind: z.literal("callback") });
const hangUp = z.strictObject({ kind: z.literal("hangUp"), message });

/** What becomes of a caller who may not wait on in a group's queue. */
export const WayOut = z.discriminatedUnion("kind", [overflow, callback, hangUp]);

/** What becomes of a caller who cannot wait in a group's queue. */
export const Fallback = z.discriminatedUnion("kind", [waitAnyway, overflow, callback, hangUp]);
export type Fallback = z.infer<typeof Fallback>;

/** Why a caller may be kept from a queue, in the order in which it is asked. */
export const Obstacle = z.enum(["closed", "unstaffed", "full"]);
export type Obstacle = z.infer<typeof Obstacle>;
export const obstacles = Obstacle.options;

const Fallbacks = z.strictObject({ closed: Fallback, unstaffed: Fallback, full: Fallback });
export type Fallbacks = z.infer<typeof Fallbacks>;

const overflowStep = z.strictObject({ ...overflow.shape, afterSeconds: seconds });
const hangUpStep = z.strictObject({ ...hangUp.shape, afterSeconds: seconds });

/** A step that takes the call out of its queue. */
export const ExitStep = z.discriminatedUnion("kind", [overflowStep, hangUpStep]);
export type ExitStep = z.infer<typeof ExitStep>;

/** What happens to a caller who has waited for so long. */
export const Step = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("raisePriority"), afterSeconds: seconds, by: z.int().min(1).max(1000) }),
  z.strictObject({
    kind: z.literal("widen"),
    afterSeconds: seconds,
    to: z.array(SkillGroupId).min(1).max(20),
  }),
  z.strictObject({ kind: z.literal("lowerProficiency"), afterSeconds: seconds, to: Proficiency }),
  z.strictObject({
    kind: z.literal("announce"),
    afterSeconds: seconds,
    what: z.enum(["position", "estimatedWait"]),
  }),
  z.strictObject({ kind: z.literal("offerCallback"), afterSeconds: seconds }),
  overflowStep,
  hangUpStep,
]);
export type Step = z.infer<typeof Step>;

/** How a caller enters a queue and what happens while they wait. */
export const Treatment = z.strictObject({
  skillGroupId: SkillGroupId,
  priority,
  /** Points of priority for each minute waited. */
  ageing: z.number().min(0).max(100),
  leastProficiency: Proficiency,
  otherwise: Fallbacks,
  /** In the order of time. */
  steps: z.array(Step).max(30),
});
export type Treatment = z.infer<typeof Treatment>;

/** The first enabled rule whose condition holds decides how a call is treated; without one it always does. */
export const QueueRule = z.strictObject({
  ruleId: RuleId,
  name: z.string().min(1).max(80),
  isEnabled: z.boolean(),
  when: Condition.nullable(),
  treatment: Treatment,
});
export type QueueRule = z.infer<typeof QueueRule>;

/** By what the eligible agents are put in order; what comes out equal is put in the order of their ids. */
export const AgentOrder = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("longestIdle") }),
  z.strictObject({ by: z.literal("proficiency") }),
  z.strictObject({ by: z.literal("fewestCallsToday") }),
  z.strictObject({ by: z.literal("lowestOccupancy") }),
  z.strictObject({ by: z.literal("leastRecentlyOffered") }),
  z.strictObject({ by: z.literal("fixed"), agentIds: z.array(UserId).min(1).max(1000) }),
  z.strictObject({ by: z.literal("random"), seed: z.int().min(0).max(0xffff_ffff) }),
]);
export type AgentOrder = z.infer<typeof AgentOrder>;

/** From so many seconds of waiting on, agents of this proficiency are enough. */
export const Ring = z.strictObject({ afterSeconds: seconds, leastProficiency: Proficiency });
export type Ring = z.infer<typeof Ring>;

/** How the calls of a group find an agent. */
export const AllocationRule = z.strictObject({
  skillGroupId: SkillGroupId,
  order: AgentOrder,
  /** Whom the customer spoke with within so many days, while they have waited no longer than so. */
  lastAgentFirst: z
    .strictObject({
      withinDays: z.int().min(1).max(3650),
      whileWaitingSeconds: z.int().min(1).max(LONGEST_SECONDS),
    })
    .nullable(),
  rings: z.array(Ring).max(5),
  /** Null for as long as the group says. */
  ringTimeoutSeconds: z.int().min(3).max(600).nullable(),
  /** What becomes of an agent who lets an offer lapse. */
  afterNoAnswer: z.enum(["park", "keepFree"]),
  /** Points that the group's calls have ahead of other groups' for an agent of several. */
  weight: z.int().min(-1000).max(1000),
  /** For calls that overflow into the group. */
  otherwise: Fallbacks,
});
export type AllocationRule = z.infer<typeof AllocationRule>;

export const QUEUE_RULES_MAX = 500;
const GROUPS_MAX = 200;

/** All rules together, as they are stored, exported and published. */
export const RuleSet = z.strictObject({
  /** The clock of weekdays and times of day in conditions. */
  timeZone: TimeZone,
  queueRules: z.array(QueueRule).min(1).max(QUEUE_RULES_MAX),
  allocationRules: z.array(AllocationRule).min(1).max(GROUPS_MAX),
});
export type RuleSet = z.infer<typeof RuleSet>;
