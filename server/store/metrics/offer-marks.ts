import { sql } from "drizzle-orm";
import { legs } from "@/drizzle/schema/calls";
import { LegOutcome } from "@/server/domain/calls/record";
import type { OfferTally } from "@/server/domain/metrics/tally";
import type { Marking } from "@/server/store/metrics/marks";

/** An offer is marked by what became of it, with its ring once that is over. */
export const offerMarking: Marking<OfferTally> = {
  marks: sql`(values (${legs.outcome}, ${legs.ringMs}))`,
  tally: (marks) => ({
    offered: marks.count(...LegOutcome.options),
    answered: marks.count("talking", "ended"),
    missed: marks.count("missed"),
    rejected: marks.count("rejected"),
    withdrawn: marks.count("withdrawn"),
    ringing: marks.count("ringing"),
    ringMs: marks.sumMs(...LegOutcome.options),
    rings: marks.durations(...LegOutcome.options),
  }),
};
