import { z } from "zod";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";

/** A duration from `min` to `max`, both included, in milliseconds. */
const DurationRange = z.strictObject({
  min: z.int().nonnegative().optional(),
  max: z.int().nonnegative().optional(),
});
export type DurationRange = z.infer<typeof DurationRange>;

const Words = z.string().min(1).max(200);

const oneOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(100).optional();

/** Which calls a list holds: those that meet every part that is given. */
export const CallFilter = z.strictObject({
  /** The call started at or after this. */
  from: Instant.optional(),
  /** The call started before this. */
  until: Instant.optional(),
  direction: CallDirection.optional(),
  outcomes: oneOf(CallOutcome),
  /** The call waited in one of these groups' queues, at whichever visit. */
  skillGroupIds: oneOf(SkillGroupId),
  /** The call was offered to one of these agents, at whichever leg. */
  agentIds: oneOf(UserId),
  provinces: oneOf(z.string().min(1).max(80)),
  verifications: oneOf(Verification),
  /** The last digits of the customer's number, or all of them. */
  number: z
    .string()
    .regex(/^\+?\d{1,20}$/)
    .optional(),
  /** Only calls that waited, talked or were handled at all have these. */
  wait: DurationRange.optional(),
  talk: DurationRange.optional(),
  handle: DurationRange.optional(),
  hasNotes: z.boolean().optional(),
  /** Words, or beginnings of words, that the customer's name holds all of. */
  customerName: Words.optional(),
  /** The same of one note of the call. */
  noteText: Words.optional(),
  /** The same of either: a name or a note holds all of them. */
  text: Words.optional(),
  /** Deleted call records are left out unless asked for. */
  deleted: z.enum(["without", "with", "only"]).default("without"),
});
export type CallFilter = z.infer<typeof CallFilter>;

export const CallSort = z.strictObject({
  by: z.enum(["start", "wait", "talk", "handle"]),
  order: z.enum(["ascending", "descending"]),
});
export type CallSort = z.infer<typeof CallSort>;

export const newestFirst: CallSort = { by: "start", order: "descending" };
