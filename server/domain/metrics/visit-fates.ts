import type { QueueVisit, VisitOutcome } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { VisitFate } from "@/server/domain/metrics/cohort";
import type { VisitCounts } from "@/server/domain/metrics/tally";
import { isGivenUp, isWithinTarget } from "@/server/domain/metrics/tally-visits";

/** Whether a visit came out so; one that waits is judged by its wait at the instant. */
export function hasFate(fate: VisitFate, visit: QueueVisit, asOf?: Instant): boolean {
  const { outcome, withinTarget, givenUp } = fate;
  return (
    visit.outcome === outcome &&
    (withinTarget === undefined || isWithinTarget(visit, asOf) === withinTarget) &&
    (givenUp === undefined || isGivenUp(visit))
  );
}

const FIELDS = {
  answered: ["answered", "answeredWithin"],
  abandoned: ["abandoned", "abandonedWithin"],
  short_abandoned: ["shortAbandoned", "shortAbandonedWithin"],
  overflowed: ["overflowed", "overflowedWithin"],
  callback: ["callback", "callbackWithin"],
} as const satisfies Record<
  Exclude<VisitOutcome, "waiting">,
  readonly [all: keyof VisitCounts, within: keyof VisitCounts]
>;
const GIVEN_UP = ["givenUp", "givenUpWithin"] as const;

/** How many of the tallied visits came out in one of these ways, no two of which hold the same visit. */
export function countFates(tally: VisitCounts, fates: readonly VisitFate[]): number {
  return fates.reduce((total, fate) => total + countFate(tally, fate), 0);
}

/** What waits is neither within its threshold nor beyond it: that changes with every second. */
function countFate(tally: VisitCounts, { outcome, withinTarget, givenUp }: VisitFate): number {
  if (outcome === "waiting") return withinTarget === undefined && !givenUp ? tally.waiting : 0;
  const [all, within] = givenUp ? GIVEN_UP : FIELDS[outcome];
  if (withinTarget === undefined) return tally[all];
  return withinTarget ? tally[within] : tally[all] - tally[within];
}
