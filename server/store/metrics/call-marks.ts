import { type SQL, sql } from "drizzle-orm";
import { calls } from "@/drizzle/schema/calls";
import { CallOutcome } from "@/server/domain/calls/record";
import { countOf } from "@/server/domain/metrics/log-histogram";
import type { CallTally } from "@/server/domain/metrics/tally";
import type { Marking, Marks } from "@/server/store/metrics/marks";

/** Time in the IVR of the calls that were in it; those that the sender itself disowns have no times. */
export const ivrMs: SQL = sql`(case when ${calls.ivrMs} > 0 and ${calls.outcome} <> 'phantom' then ${calls.ivrMs} end)`;

/** A call is marked by its outcome. */
export const callMarking: Marking<CallTally> = {
  marks: sql`(values (${calls.outcome}, ${ivrMs}))`,
  tally: (marks) => ({
    outcomes: outcomesOf(marks),
    inIvr: countOf(marks.durations(...CallOutcome.options)),
    ivrLeft: countOf(marks.durations("left_in_ivr")),
    ivrAnswered: countOf(marks.durations("answered")),
    ivrMs: marks.sumMs(...CallOutcome.options),
    ivrs: marks.durations(...CallOutcome.options),
  }),
};

function outcomesOf(marks: Marks): CallTally["outcomes"] {
  return {
    in_progress: marks.count("in_progress"),
    answered: marks.count("answered"),
    abandoned: marks.count("abandoned"),
    short_abandoned: marks.count("short_abandoned"),
    overflowed: marks.count("overflowed"),
    callback: marks.count("callback"),
    left_in_ivr: marks.count("left_in_ivr"),
    turned_away: marks.count("turned_away"),
    not_reached: marks.count("not_reached"),
    failed: marks.count("failed"),
    phantom: marks.count("phantom"),
  };
}
