import type { Cohort } from "@/server/domain/metrics/cohort";

/** The call log with exactly the records behind a figure. */
export function cohortHref(cohort: Cohort) {
  return `/calls?cohort=${encodeURIComponent(JSON.stringify(cohort))}` as const;
}
