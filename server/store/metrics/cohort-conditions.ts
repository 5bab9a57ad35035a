import { and, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { calls, legs, queueVisits } from "@/drizzle/schema/calls";
import type { Instant } from "@/server/domain/instant";
import type { Cohort, DurationSpan, Unit, VisitFate } from "@/server/domain/metrics/cohort";
import { ivrMs } from "@/server/store/metrics/call-marks";
import { handleMs, isFinished, isShort, isTransferred } from "@/server/store/metrics/leg-marks";
import { nextSkillGroup } from "@/server/store/metrics/next-visit";
import { anchoredIn, isOneOf, meets } from "@/server/store/metrics/record-conditions";
import { SOURCES } from "@/server/store/metrics/record-source";
import { isRepeatable, isRepeated } from "@/server/store/metrics/repeat-calls";
import { isGivenUp, isWithinTarget, waitMsAt } from "@/server/store/metrics/visit-marks";
import { slotOf } from "@/server/store/metrics/week-slot";

type CohortOf<Kind extends Unit> = Extract<Cohort, { unit: Kind }>;

/** The records behind a figure: the twin of `belongsTo`. */
export function inCohort(cohort: Cohort): SQL | undefined {
  return and(
    anchoredIn(cohort.unit, cohort),
    inSlot(cohort),
    meets(cohort.unit, cohort.filter),
    meetsConditions(cohort),
  );
}

function inSlot({ unit, slot }: Cohort): SQL | undefined {
  if (slot === undefined) return undefined;
  return sql`${slotOf(SOURCES[unit].anchor, slot.timeZone)} = ${(slot.weekday - 1) * 48 + slot.halfHour}`;
}

function meetsConditions(cohort: Cohort): SQL | undefined {
  switch (cohort.unit) {
    case "call":
      return isAskedCall(cohort);
    case "visit":
      return isAskedVisit(cohort);
    case "offer":
      return isAskedOffer(cohort);
    case "leg":
      return isAskedLeg(cohort);
  }
}

/** A record that its sender disowns is no call, unless it is asked for by that outcome. */
function isAskedCall(cohort: CohortOf<"call">): SQL | undefined {
  const { filter, ivr, fromNumber, repeatWithinHours: withinHours } = cohort;
  return and(
    filter.outcomes ? undefined : ne(calls.outcome, "phantom"),
    lies(ivrMs, ivr),
    fromNumber && isRepeatable,
    withinHours === undefined ? undefined : isRepeated({ ...cohort, withinHours }),
  );
}

function isAskedVisit(cohort: CohortOf<"visit">): SQL | undefined {
  const { visitOutcomes, fates, withinTarget, wait, asOf, nextSkillGroupId } = cohort;
  return and(
    visitOutcomes && isOneOf(sql`${queueVisits.outcome}`, visitOutcomes),
    fates && or(...fates.map((fate) => hasFate(fate, asOf))),
    reachedTarget(withinTarget, asOf),
    lies(waitMsAt(asOf), wait),
    nextSkillGroupId === undefined
      ? undefined
      : sql`${nextSkillGroup} is not distinct from ${nextSkillGroupId}::uuid`,
  );
}

/** The twin of the domain's `hasFate`. */
function hasFate({ outcome, withinTarget, givenUp }: VisitFate, asOf: Instant | undefined): SQL | undefined {
  return and(eq(queueVisits.outcome, outcome), reachedTarget(withinTarget, asOf), givenUp && isGivenUp);
}

function reachedTarget(withinTarget: boolean | undefined, asOf: Instant | undefined): SQL | undefined {
  if (withinTarget === undefined) return undefined;
  return sql`${isWithinTarget(asOf)} is ${sql.raw(String(withinTarget))}`;
}

function isAskedOffer({ legOutcomes, ring }: CohortOf<"offer">): SQL | undefined {
  return and(legOutcomes && isOneOf(sql`${legs.outcome}`, legOutcomes), lies(sql`${legs.ringMs}`, ring));
}

function isAskedLeg(cohort: CohortOf<"leg">): SQL | undefined {
  const { transferred, short, finished, handle, talk, hold, wrapUp } = cohort;
  return and(
    transferred && isTransferred,
    short && isShort,
    finished === undefined ? undefined : sql`${isFinished} is ${sql.raw(String(finished))}`,
    lies(handleMs, handle, isFinished),
    lies(sql`${legs.talkMs}`, talk, isFinished),
    lies(sql`nullif(${legs.holdMs}, 0)`, hold, isFinished),
    lies(sql`${legs.wrapUpMs}`, wrapUp, isFinished),
  );
}

/** A condition on a duration holds only for records that have it, and while `applies` is true. */
function lies(ms: SQL, span: DurationSpan | undefined, applies?: SQL): SQL | undefined {
  if (span === undefined) return undefined;
  return and(
    applies,
    isNotNull(ms),
    span.min === undefined ? undefined : sql`${ms} >= ${span.min}::bigint`,
    span.below === undefined ? undefined : sql`${ms} < ${span.below}::bigint`,
  );
}
