import { type SQL, sql } from "drizzle-orm";
import { legs } from "@/drizzle/schema/calls";
import type { LegTally } from "@/server/domain/metrics/tally";
import type { Marking } from "@/server/store/metrics/marks";

export const isFinished: SQL = sql`(${legs.endedAt} is not null
  and (${legs.wrapUpStartedAt} is null or ${legs.wrapUpEndedAt} is not null))`;
export const isTransferred: SQL = sql`coalesce(${legs.end} in ('blind_transfer', 'attended_transfer'), false)`;
export const isShort: SQL = sql`coalesce(${legs.talkMs} <= 10000, false)`;
export const handleMs: SQL = sql`(coalesce(${legs.talkMs}, 0) + coalesce(${legs.holdMs}, 0) + coalesce(${legs.wrapUpMs}, 0))`;

/** A leg is marked once for everything that it counts as, and by each duration that it has once it is finished. */
export const legMarking: Marking<LegTally> = {
  marks: sql`(select name, ms from (values
      ('answered', null::bigint, true),
      ('transferred', null, ${isTransferred}),
      ('short', null, ${isShort}),
      ('ring', ${legs.ringMs}, ${isFinished}),
      ('talk', coalesce(${legs.talkMs}, 0), ${isFinished}),
      ('hold', ${legs.holdMs}, ${isFinished} and ${legs.holdMs} > 0),
      ('wrapUp', ${legs.wrapUpMs}, ${isFinished} and ${legs.wrapUpMs} is not null),
      ('handle', ${handleMs}, ${isFinished})
    ) as one (name, ms, applies) where applies)`,
  tally: (marks) => ({
    answered: marks.count("answered"),
    finished: marks.count("handle"),
    transferred: marks.count("transferred"),
    short: marks.count("short"),
    ringMs: marks.sumMs("ring"),
    talkMs: marks.sumMs("talk"),
    holdMs: marks.sumMs("hold"),
    wrapUpMs: marks.sumMs("wrapUp"),
    handleMs: marks.sumMs("handle"),
    talks: marks.durations("talk"),
    holds: marks.durations("hold"),
    wrapUps: marks.durations("wrapUp"),
    handles: marks.durations("handle"),
  }),
};
