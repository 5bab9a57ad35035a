import type { CallsHref, ChartInterval, TimeSeries } from "@/app/_charts/chart-models";
import type { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";

/** Where the records of a cohort are listed. */
export function cohortHref(cohort: Cohort) {
  return `/calls?cohort=${encodeURIComponent(JSON.stringify(cohort))}` as const;
}

/** Those of one of the intervals that begin and end at these instants; null beyond the last. */
export function cohortHrefAt(
  cohort: Cohort,
  boundaries: readonly Instant[],
  index: number,
): CallsHref | null {
  const [from, until] = [boundaries[index], boundaries[index + 1]];
  return from === undefined || until === undefined ? null : cohortHref({ ...cohort, from, until });
}

/** Those behind one mark of a series; null where there is none. */
export function hrefOfMark(
  { cohort, boundaries, figures }: TimeSeries,
  intervals: readonly ChartInterval[],
  index: number,
): CallsHref | null {
  const interval = intervals[index];
  if (cohort === null || interval === undefined || figures[index]?.value == null) return null;
  if (boundaries !== null) return cohortHrefAt(cohort, boundaries, index);
  return cohortHref({ ...cohort, from: interval.from, until: interval.until });
}
