import type { Instant } from "@/server/domain/instant";
import type { Cohort, DurationSpan, Unit, WeekSlot } from "@/server/domain/metrics/cohort";
import { passesFilter } from "@/server/domain/metrics/dimension-keys";
import type { CallFact, Facts, LegFact, OfferFact, VisitFact } from "@/server/domain/metrics/fact";
import { isRepeatable, repeatedAmong } from "@/server/domain/metrics/repeat-calls";
import { hasIvrTime } from "@/server/domain/metrics/tally-calls";
import { handleMsOf, isFinished, isShort, isTransferred } from "@/server/domain/metrics/tally-legs";
import { isWithinTarget, waitMsAt } from "@/server/domain/metrics/tally-visits";
import { weekSlotOf } from "@/server/domain/metrics/time/week-slots";
import { hasFate } from "@/server/domain/metrics/visit-fates";

type CohortOf<Kind extends Unit> = Extract<Cohort, { unit: Kind }>;

/** The instant that places a record in time. */
export function anchorOf(fact: Facts[Unit]): Instant {
  switch (fact.unit) {
    case "call":
      return fact.call.startedAt;
    case "visit":
      return fact.visit.enteredAt;
    case "offer":
      return fact.leg.offeredAt;
    case "leg":
      return fact.leg.answeredAt ?? fact.leg.offeredAt;
  }
}

/**
 * Whether a record is among those behind a figure. All conditions must hold; one that is not given holds
 * for every record. A condition on a duration holds only for records that have it: those are exactly the
 * ones that the histograms of a tally count.
 */
export function belongsTo(cohort: Cohort, fact: Facts[Unit]): boolean {
  const at = anchorOf(fact);
  return (
    cohort.from <= at &&
    at < cohort.until &&
    isInSlot(cohort.slot, at) &&
    passesFilter(cohort.filter, fact) &&
    meetsConditions(cohort, fact)
  );
}

/**
 * The records behind a figure among all that there are. Whether a call repeats another is seen only beside
 * the others; every other condition is met by a record alone.
 */
export function membersOf(cohort: Cohort, facts: readonly Facts[Unit][]): readonly Facts[Unit][] {
  const members = facts.filter((fact) => belongsTo(cohort, fact));
  if (cohort.unit !== "call" || cohort.repeatWithinHours === undefined) return members;
  const calls = facts
    .filter((fact) => fact.unit === "call")
    .filter((fact) => passesFilter(cohort.filter, fact));
  const repeated = repeatedAmong(calls, cohort.repeatWithinHours);
  return members.filter((fact) => fact.unit === "call" && repeated.has(fact));
}

function isInSlot(slot: WeekSlot | undefined, at: Instant): boolean {
  if (slot === undefined) return true;
  const { weekday, halfHour } = weekSlotOf(at, slot.timeZone);
  return weekday === slot.weekday && halfHour === slot.halfHour;
}

function meetsConditions(cohort: Cohort, fact: Facts[Unit]): boolean {
  switch (cohort.unit) {
    case "call":
      return fact.unit === "call" && isAskedCall(cohort, fact);
    case "visit":
      return fact.unit === "visit" && isAskedVisit(cohort, fact);
    case "offer":
      return fact.unit === "offer" && isAskedOffer(cohort, fact);
    case "leg":
      return fact.unit === "leg" && isAskedLeg(cohort, fact);
  }
}

/** A record that its sender disowns is no call, unless it is asked for by that outcome. */
function isAskedCall(cohort: CohortOf<"call">, fact: CallFact): boolean {
  const { filter, ivr, fromNumber, repeatWithinHours } = cohort;
  const isCall = fact.traits.outcome !== "phantom" || filter.outcomes !== undefined;
  const asksForNumber = fromNumber !== undefined || repeatWithinHours !== undefined;
  return (
    isCall && lies(hasIvrTime(fact) ? fact.call.ivrMs : null, ivr) && (!asksForNumber || isRepeatable(fact))
  );
}

function isAskedVisit(
  { visitOutcomes, fates, withinTarget, wait, asOf, nextSkillGroupId }: CohortOf<"visit">,
  { visit, ...fact }: VisitFact,
): boolean {
  return [
    visitOutcomes === undefined || visitOutcomes.includes(visit.outcome),
    fates === undefined || fates.some((fate) => hasFate(fate, visit, asOf)),
    withinTarget === undefined || isWithinTarget(visit, asOf) === withinTarget,
    lies(waitMsAt(visit, asOf), wait),
    nextSkillGroupId === undefined || fact.nextSkillGroupId === nextSkillGroupId,
  ].every(Boolean);
}

function isAskedOffer({ legOutcomes, ring }: CohortOf<"offer">, { leg }: OfferFact): boolean {
  return (legOutcomes === undefined || legOutcomes.includes(leg.outcome)) && lies(leg.ringMs, ring);
}

function isAskedLeg(cohort: CohortOf<"leg">, { leg }: LegFact): boolean {
  const finished = isFinished(leg);
  const handleMs = finished ? handleMsOf(leg) : null;
  const talkMs = finished ? leg.talkMs : null;
  const holdMs = finished && leg.holdMs !== 0 ? leg.holdMs : null;
  const wrapUpMs = finished ? leg.wrapUpMs : null;
  return (
    (cohort.transferred === undefined || isTransferred(leg)) &&
    (cohort.short === undefined || isShort(leg)) &&
    (cohort.finished === undefined || cohort.finished === finished) &&
    [
      lies(handleMs, cohort.handle),
      lies(talkMs, cohort.talk),
      lies(holdMs, cohort.hold),
      lies(wrapUpMs, cohort.wrapUp),
    ].every(Boolean)
  );
}

function lies(ms: number | null, span: DurationSpan | undefined): boolean {
  if (span === undefined) return true;
  return ms !== null && (span.min ?? 0) <= ms && ms < (span.below ?? Number.POSITIVE_INFINITY);
}
