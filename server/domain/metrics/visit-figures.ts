import { abandonmentRate } from "@/server/domain/metrics/abandonment";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { Proportion } from "@/server/domain/metrics/proportion";
import { serviceLevel } from "@/server/domain/metrics/service-level";
import { speedOfAnswer } from "@/server/domain/metrics/speed-of-answer";
import type { VisitCounts, VisitTally } from "@/server/domain/metrics/tally";
import { waitOfAbandoned } from "@/server/domain/metrics/wait-of-abandoned";

/** What is said of a set of queue visits, without their distributions. */
export interface VisitFigures {
  readonly counts: VisitCounts;
  /** Of the waiting visits, those that have not waited longer than their group's threshold. */
  readonly youngWaits: number;
  readonly serviceLevel: Proportion | null;
  readonly abandonment: Proportion | null;
  readonly speedOfAnswer: DurationFigure | null;
  readonly waitOfAbandoned: DurationFigure | null;
}

/** The figures of visits of which `youngWaits` wait and have not waited longer than their threshold. */
export function visitFigures(tally: VisitTally, youngWaits: number): VisitFigures {
  return {
    counts: countsOf(tally),
    youngWaits,
    serviceLevel: serviceLevel(tally, youngWaits),
    abandonment: abandonmentRate(tally),
    speedOfAnswer: speedOfAnswer(tally),
    waitOfAbandoned: waitOfAbandoned(tally),
  };
}

/** A tally without its distributions, which are large. */
export function countsOf(tally: VisitTally): VisitCounts {
  const { answeredWaits, abandonedWaits, shortAbandonedWaits, otherWaits, ...counts } = tally;
  return counts;
}
