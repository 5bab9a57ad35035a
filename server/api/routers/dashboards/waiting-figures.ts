import type { Queryable } from "@/drizzle/database";
import type { Looked } from "@/server/api/routers/dashboards/looked";
import { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { abandonmentRate } from "@/server/domain/metrics/abandonment";
import { overflowRate } from "@/server/domain/metrics/overflow-paths";
import { allWaits, patience } from "@/server/domain/metrics/patience";
import { longestOf } from "@/server/domain/metrics/quantile";
import { speedOfAnswer } from "@/server/domain/metrics/speed-of-answer";
import type { VisitTally } from "@/server/domain/metrics/tally";
import { addTallies, emptyTally } from "@/server/domain/metrics/tally-facts";
import { waitOfAbandoned } from "@/server/domain/metrics/wait-of-abandoned";
import { readTalliesBy } from "@/server/store/metrics/read-tallies";
import { readPresentWaits } from "@/server/store/metrics/waiting-visits";

/** The waits of some visits: all together with their distributions, and group by group. */
export async function readWaits(
  db: Queryable,
  { from, until, filter }: Omit<Looked, "boundaries">,
  now: Instant,
) {
  const [byGroup, presentWaits] = await Promise.all([
    readTalliesBy(db, { unit: "visit", from, until, filter, by: "skillGroup" }),
    readPresentWaits(db, { from, until, filter, now }),
  ]);
  // A visit belongs to exactly one group.
  const all = [...byGroup.values()].reduce(
    (sum, tally) => addTallies("visit", sum, tally),
    emptyTally("visit"),
  );
  const { answeredWaits, abandonedWaits, shortAbandonedWaits, otherWaits, ...counts } = all;
  return {
    counts,
    ...figuresOf(all),
    answeredWaits,
    abandonedWaits,
    patience: patience(all, presentWaits),
    waits: allWaits(all, presentWaits),
    groups: [...byGroup].flatMap(([skillGroupId, tally]) =>
      skillGroupId === null
        ? []
        : [
            {
              skillGroupId: SkillGroupId.parse(skillGroupId),
              offered: tally.offered,
              ...figuresOf(tally),
            },
          ],
    ),
  };
}

function figuresOf(tally: VisitTally) {
  return {
    speedOfAnswer: speedOfAnswer(tally),
    waitOfAbandoned: waitOfAbandoned(tally),
    abandonment: abandonmentRate(tally),
    overflow: overflowRate(tally),
    longestAnswered: longestOf(tally.answeredWaits),
    longestAbandoned: longestOf(tally.abandonedWaits),
  };
}
