import { z } from "zod";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome, LegOutcome, VisitOutcome } from "@/server/domain/calls/record";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { RepeatHours } from "@/server/domain/metrics/repeat-hours";
import { TimeZone } from "@/server/domain/time-zone";

/**
 * What is counted, and the instant that places it in time: a call by its start, a queue visit by entering
 * the queue, an offer to an agent by when it was made, a leg by the agent's answer.
 */
export const Unit = z.enum(["call", "visit", "offer", "leg"]);
export type Unit = z.infer<typeof Unit>;

/** From `min` on, and below `below`, in milliseconds: half-open, so that neighbouring bars share no call. */
export const DurationSpan = z.strictObject({
  min: z.int().nonnegative().optional(),
  below: z.int().positive().optional(),
});
export type DurationSpan = z.infer<typeof DurationSpan>;

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200).optional();
const word = z.string().max(200);

/**
 * Which records a dashboard looks at. `null` in a list stands for records without that property. A queue
 * visit belongs to the agent who answered it; a call to every group it queued for and every agent it was
 * offered to.
 */
export const FigureFilter = z.strictObject({
  skillGroupIds: some(SkillGroupId.nullable()),
  agentIds: some(UserId.nullable()),
  direction: CallDirection.optional(),
  provinces: some(word.nullable()),
  outcomes: some(CallOutcome),
  paths: some(word),
  verifications: some(Verification.nullable()),
  exitNodes: some(word.nullable()),
});
export type FigureFilter = z.infer<typeof FigureFilter>;

/** One of the 336 half hours of a week, Monday (1) to Sunday (7), on the clocks of a time zone. */
export const WeekSlot = z.strictObject({
  weekday: z.int().min(1).max(7),
  halfHour: z.int().min(0).max(47),
  timeZone: TimeZone,
});
export type WeekSlot = z.infer<typeof WeekSlot>;

/** One way in which a visit can come out; several of them together are a part of the queue's books. */
export const VisitFate = z.strictObject({
  outcome: VisitOutcome,
  /** Whether it came out within its group's service level threshold, or later. */
  withinTarget: z.boolean().optional(),
  /** That the queue let the caller go (`isGivenUp`). */
  givenUp: z.literal(true).optional(),
});
export type VisitFate = z.infer<typeof VisitFate>;

const common = {
  /** The anchor instant lies at or after `from` and before `until`. */
  from: Instant,
  until: Instant,
  slot: WeekSlot.optional(),
  filter: FigureFilter,
};

/**
 * The records behind a figure, said so that rows in memory and rows in the database can both be asked
 * whether they belong: whoever shows a figure names its cohort, and the call log opens it.
 */
export const Cohort = z.discriminatedUnion("unit", [
  z.strictObject({
    unit: z.literal("call"),
    ...common,
    /**
     * Time in the IVR; only calls that were in it have one. Calls that the sender itself disowns are no
     * calls: asked for by outcome they are shown, and they have no times.
     */
    ivr: DurationSpan.optional(),
    /** Inbound calls whose number is known: those that can be told to repeat another. */
    fromNumber: z.literal(true).optional(),
    /** Of these, the calls whose number had called, in another call that passes the filter, at most so long before. */
    repeatWithinHours: RepeatHours.optional(),
  }),
  z.strictObject({
    unit: z.literal("visit"),
    ...common,
    visitOutcomes: some(VisitOutcome),
    /** It came out in one of these ways. */
    fates: some(VisitFate),
    /** Whether the visit ended within its group's service level threshold or later; a waiting one did neither. */
    withinTarget: z.boolean().optional(),
    wait: DurationSpan.optional(),
    /** Visits that wait are judged by how long they had waited at this instant, rather than not at all. */
    asOf: Instant.optional(),
    /** The group whose queue the call entered next; null for visits that no other followed. */
    nextSkillGroupId: SkillGroupId.nullable().optional(),
  }),
  z.strictObject({
    unit: z.literal("offer"),
    ...common,
    legOutcomes: some(LegOutcome),
    ring: DurationSpan.optional(),
  }),
  z.strictObject({
    unit: z.literal("leg"),
    ...common,
    transferred: z.literal(true).optional(),
    /** Talk of at most ten seconds. */
    short: z.literal(true).optional(),
    /** Whether talk and wrap-up are over, so that there is a handle time. */
    finished: z.boolean().optional(),
    /** Durations of finished legs; hold only of those that were held, wrap-up of those that had it. */
    handle: DurationSpan.optional(),
    talk: DurationSpan.optional(),
    hold: DurationSpan.optional(),
    wrapUp: DurationSpan.optional(),
  }),
]);
export type Cohort = z.infer<typeof Cohort>;
