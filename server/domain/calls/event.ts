import { z } from "zod";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";

/** Characters of the sender's own record that are kept with an event. */
export const RAW_MAX = 20_000;

/** What every event of a call carries. `sourceId` is the sender's id, unique within the call. */
const common = {
  sourceId: z.string().min(1).max(200),
  at: Instant,
  /** The sender's own record (a log line, a message body), kept for who may see it. */
  raw: z.string().max(RAW_MAX).optional(),
};

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), ...common, ...shape });
}

const agentId = UserId;

/** Where a number belongs. ISO 3166-1 country; province and city in English, as the numbering plan says. */
export const Place = z.strictObject({
  country: z.string().length(2).nullable(),
  province: z.string().max(80).nullable(),
  city: z.string().max(80).nullable(),
});
export type Place = z.infer<typeof Place>;

export const Verification = z.enum(["not_needed", "passed", "failed", "abandoned", "by_agent"]);
export type Verification = z.infer<typeof Verification>;

/** Whom a transfer or a consultation is addressed to. */
export const TransferTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("agent"), agentId }),
  z.strictObject({ kind: z.literal("skillGroup"), skillGroupId: SkillGroupId }),
  z.strictObject({ kind: z.literal("number"), number: z.string().min(1).max(40) }),
]);
export type TransferTarget = z.infer<typeof TransferTarget>;

/** Why a caller left a queue other than by an agent's answer or by hanging up. */
export const QueueExit = z.enum([
  "overflowed",
  "callback_requested",
  "timed_out",
  "key_pressed",
  "no_agents",
  "withdrawn",
  "queue_full",
]);
export type QueueExit = z.infer<typeof QueueExit>;

const party = {
  /** E.164 where it could be read, else as sent; null when withheld or unknown. */
  customerNumber: z.string().max(40).nullable(),
  customerName: z.string().max(200).nullable(),
  /** The sender's own id of the customer, where it has one. */
  customerRef: z.string().max(100).nullable(),
  /** The line that was dialled (inbound) or shown to the customer (outbound). */
  lineNumber: z.string().max(40).nullable(),
  place: Place.nullable(),
};

export const CallEvent = z.discriminatedUnion("type", [
  event("callArrived", party),
  event("callPlaced", { ...party, agentId }),
  event("customerAnswered", {}),
  event("customerNotReached", { reason: z.enum(["busy", "no_answer", "rejected", "failed"]) }),
  event("ivrEntered", { node: z.string().max(100) }),
  event("ivrKeyPressed", { node: z.string().max(100), key: z.string().min(1).max(40) }),
  event("ivrLeft", {}),
  event("verificationConcluded", { result: Verification }),
  event("queueEntered", {
    skillGroupId: SkillGroupId,
    priority: z.number(),
    /** The group's target and threshold at that instant: history is never judged by later settings. */
    serviceLevelSeconds: z.number().nonnegative(),
    shortAbandonSeconds: z.number().nonnegative(),
    ruleSetVersion: z.int().positive().nullable(),
  }),
  event("queueLeft", { reason: QueueExit }),
  event("agentOffered", { agentId }),
  event("offerMissed", { agentId }),
  event("offerRejected", { agentId }),
  event("offerWithdrawn", { agentId }),
  event("agentAnswered", { agentId }),
  event("customerHeld", { agentId }),
  event("customerRetrieved", { agentId }),
  event("consultStarted", { agentId, to: TransferTarget }),
  event("consultEnded", { agentId }),
  event("conferenceStarted", { agentId }),
  /** Blind: the agent lets go and the target is tried. */
  event("transferStarted", { agentId, to: TransferTarget }),
  /** Attended: the consulted party takes the customer over. Blind: an outside number picked up. */
  event("transferCompleted", { agentId }),
  /** The transfer came to nothing and the customer is with the first agent again. */
  event("transferCancelled", { agentId }),
  /** The outside party of a consultation or blind transfer picked up. */
  event("outsideAnswered", {}),
  event("outsideHungUp", {}),
  event("surveyStarted", {}),
  event("surveyAnswered", { question: z.string().max(100), score: z.number() }),
  event("wrapUpStarted", { agentId }),
  event("wrapUpFinished", { agentId }),
  event("agentHungUp", { agentId }),
  event("callerHungUp", {}),
  event("callEnded", {
    cause: z.enum(["normal", "closed", "queue_full", "message_played", "failed", "phantom"]),
  }),
  /** A vendor's word that we do not know: kept, never thrown away, changes nothing. */
  event("unrecognised", { vendorType: z.string().max(200) }),
]);
export type CallEvent = z.infer<typeof CallEvent>;
export type CallEventType = CallEvent["type"];
