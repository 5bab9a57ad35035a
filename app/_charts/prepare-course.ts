import type { ChartInterval, Sparkline, TableModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCells, durationColumns } from "@/app/_charts/prepare-figures";
import { prepareSparkline } from "@/app/_charts/prepare-sparkline";
import { runningFrom } from "@/app/_charts/running-from";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter } from "@/server/domain/metrics/cohort";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";

interface CourseInput {
  readonly intervals: readonly ChartInterval[];
  /** One for each interval. */
  readonly figures: readonly { readonly answered: number; readonly handle: DurationFigure | null }[];
  readonly now: Instant;
  readonly filter: FigureFilter;
  readonly words: FigureWords;
  readonly columns: Readonly<Record<"when" | "answered" | "handle", string>>;
}

interface Course {
  readonly sparklines: Readonly<Record<"answered" | "handle", Sparkline>>;
  readonly table: TableModel;
}

/** How an agent's work went from interval to interval; those that have not begun are left out. */
export function prepareCourse({ intervals, figures, now, filter, words, columns }: CourseInput): Course {
  const begun = intervals.filter(({ from }) => from <= now);
  const running = runningFrom(begun);
  const shown = figures.slice(0, begun.length);
  return {
    sparklines: {
      answered: prepareSparkline(
        shown.map(({ answered }) => answered),
        running,
      ),
      handle: prepareSparkline(
        shown.map(({ handle }) => handle?.meanMs ?? null),
        running,
      ),
    },
    table: {
      columns: [columns.when, columns.answered, ...durationColumns(words)],
      over: ["", "", ...durationColumns(words).map(() => columns.handle)],
      rows: begun.map(({ from, until, label, isRunning }, index) => {
        const period = { from, until, filter };
        const { answered = 0, handle = null } = shown[index] ?? {};
        return {
          key: String(from),
          isRunning,
          cells: [
            { text: label },
            countCell(answered, words, cohortHref({ unit: "leg", ...period })),
            ...durationCells(handle, words, cohortHref({ unit: "leg", ...period, finished: true })),
          ],
        };
      }),
    },
  };
}
