import { type SQL, sql } from "drizzle-orm";
import { queueVisits } from "@/drizzle/schema/calls";
import type { VisitOutcome } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { VisitTally } from "@/server/domain/metrics/tally";
import type { Marking } from "@/server/store/metrics/marks";

/** How long the visit waited, or has waited at an instant: the twin of `waitMsAt`. */
export function waitMsAt(asOf: Instant | undefined): SQL {
  if (asOf === undefined) return sql`${queueVisits.waitMs}`;
  const present = sql`extract(epoch from ${sql.param(asOf, queueVisits.enteredAt)} - ${queueVisits.enteredAt}) * 1000`;
  return sql`coalesce(${queueVisits.waitMs}, greatest(0, ${present}))`;
}

/** Null while the visit waits and no instant is given to judge it at. */
export function isWithinTarget(asOf?: Instant): SQL {
  return sql`(${waitMsAt(asOf)} <= ${queueVisits.serviceLevelSeconds} * 1000)`;
}

export const isGivenUp: SQL = sql`coalesce(${queueVisits.exit} in ('timed_out', 'no_agents', 'withdrawn'), false)`;

const outcome = sql`case when ${isGivenUp} then 'given_up' else ${queueVisits.outcome} end`;

/** The overflowed visits that the queue gave up bear a mark of their own. */
type Mark = VisitOutcome | "given_up";

const within = (mark: Mark) => `${mark} within`;
const either = (mark: Mark) => [mark, within(mark)] as const;

/** A visit is marked as offered, and by its outcome with whether that came within the group's threshold. */
export const visitMarking: Marking<VisitTally> = {
  marks: sql`(values ('offered', null),
    (${outcome} || case when ${isWithinTarget()} then ' within' else '' end, ${queueVisits.waitMs}))`,
  tally: (marks) => ({
    offered: marks.count("offered"),
    answered: marks.count(...either("answered")),
    abandoned: marks.count(...either("abandoned")),
    shortAbandoned: marks.count(...either("short_abandoned")),
    overflowed: marks.count(...either("overflowed"), ...either("given_up")),
    callback: marks.count(...either("callback")),
    waiting: marks.count(...either("waiting")),
    answeredWithin: marks.count(within("answered")),
    abandonedWithin: marks.count(within("abandoned")),
    shortAbandonedWithin: marks.count(within("short_abandoned")),
    overflowedWithin: marks.count(within("overflowed"), within("given_up")),
    callbackWithin: marks.count(within("callback")),
    givenUp: marks.count(...either("given_up")),
    givenUpWithin: marks.count(within("given_up")),
    answeredWaitMs: marks.sumMs(...either("answered")),
    abandonedWaitMs: marks.sumMs(...either("abandoned")),
    answeredWaits: marks.durations(...either("answered")),
    abandonedWaits: marks.durations(...either("abandoned")),
    shortAbandonedWaits: marks.durations(...either("short_abandoned")),
    otherWaits: marks.durations(...either("overflowed"), ...either("given_up"), ...either("callback")),
  }),
};
