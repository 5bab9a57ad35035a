import type { CallsHref } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { Instant } from "@/server/domain/instant";
import type { Cohort } from "@/server/domain/metrics/cohort";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";

/** What a course over time is set beside, its first interval beside the first. */
export interface ComparedCourse {
  readonly name: string;
  /** Where its intervals begin and end. */
  readonly boundaries: readonly Instant[];
  readonly figures: readonly (DurationFigure | null)[];
  readonly cohort: Cohort;
}

/** The records of one of its intervals. */
export function comparedHrefAt({ boundaries, cohort }: ComparedCourse, index: number): CallsHref | null {
  const [from, until] = [boundaries[index], boundaries[index + 1]];
  return from === undefined || until === undefined ? null : cohortHref({ ...cohort, from, until });
}
