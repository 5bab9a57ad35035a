import type { CallsHref, TableCell } from "@/app/_charts/chart-models";
import { cohortHrefAt } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCell } from "@/app/_charts/prepare-figures";
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

/** What one of its intervals is told by, and the number of records that is made of: two cells. */
export function comparedCells(
  { compared, index, words }: { compared: ComparedCourse; index: number; words: FigureWords },
  cellOf: (figure: DurationFigure, words: FigureWords, href: CallsHref | null) => TableCell,
): TableCell[] {
  const figure = compared.figures[index];
  if (!figure) return [durationCell(undefined, words), countCell(0, words)];
  const href = cohortHrefAt(compared.cohort, compared.boundaries, index);
  return [cellOf(figure, words, href), countCell(figure.n, words, href)];
}
