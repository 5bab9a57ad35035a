import type { Cohort } from "@/server/domain/metrics/cohort";

/** Where the records of a cohort are listed. */
export function cohortHref(cohort: Cohort) {
  return `/calls?cohort=${encodeURIComponent(JSON.stringify(cohort))}` as const;
}
