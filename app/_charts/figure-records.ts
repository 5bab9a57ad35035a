import type { CallsHref } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { Cohort, FigureFilter } from "@/server/domain/metrics/cohort";
import type { Period } from "@/server/domain/metrics/time/period";

/** The records that figures are made of: those of a period that a filter lets through. */
export interface FigureRecords extends Period {
  readonly filter: FigureFilter;
}

type Conditions<Kind extends Cohort["unit"]> = Omit<
  Extract<Cohort, { unit: Kind }>,
  "unit" | keyof FigureRecords
>;

export function visitsHref({ from, until, filter }: FigureRecords, conditions: Conditions<"visit"> = {}) {
  return cohortHref({ unit: "visit", from, until, filter, ...conditions });
}

export function legsHref({ from, until, filter }: FigureRecords, conditions: Conditions<"leg"> = {}) {
  return cohortHref({ unit: "leg", from, until, filter, ...conditions });
}

/** Calls as their volume counts them: records that their own sender disowns are none, even if asked for. */
export function callsHref({ from, until, filter }: FigureRecords) {
  const outcomes = filter.outcomes?.filter((outcome) => outcome !== "phantom");
  return cohortHref({ unit: "call", from, until, filter: outcomes ? { ...filter, outcomes } : filter });
}

/** The calls of a number that had called so shortly before, and all that could have. */
export function repeatHrefs({ from, until, filter }: FigureRecords, withinHours: number) {
  const calls = { unit: "call", from, until, filter } as const;
  return {
    part: cohortHref({ ...calls, repeatWithinHours: withinHours }),
    whole: cohortHref({ ...calls, fromNumber: true }),
  };
}

/** Where a number leads: nowhere when there is nothing to see. */
export function hrefUnlessNone(count: number, href: CallsHref): CallsHref | null {
  return count === 0 ? null : href;
}
