import type { HistogramModel, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { prepareHistogram, tableOfHistogram } from "@/app/_charts/prepare-histogram";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { addHistograms } from "@/server/domain/metrics/log-histogram";
import type { VisitTally } from "@/server/domain/metrics/tally";

const outcomes = ["answered", "abandoned"] as const;
export type WaitOutcome = (typeof outcomes)[number];

type Waits = Pick<VisitTally, `${WaitOutcome}Waits`>;

interface WaitDistributionsInput {
  readonly visits: FigureRecords;
  readonly waits: Waits;
  readonly figures: Readonly<Record<WaitOutcome, DurationFigure | null>>;
  readonly compared: {
    readonly name: string;
    readonly visits: FigureRecords;
    readonly waits: Waits;
  } | null;
  readonly axis: "logarithmic" | "linear";
  readonly words: FigureWords;
  readonly printSpan: (min: number, below: number | null) => string;
  readonly columns: readonly [string, string, string, string];
}

interface WaitDistribution {
  readonly figure: DurationFigure | null;
  readonly model: HistogramModel;
  readonly table: TableModel;
}

/** How the waits of the answered and of the abandoned are spread, over bars of the same lengths. */
export function prepareWaitDistributions(
  input: WaitDistributionsInput,
): Record<WaitOutcome, WaitDistribution> {
  return { answered: distributionOf("answered", input), abandoned: distributionOf("abandoned", input) };
}

function distributionOf(outcome: WaitOutcome, input: WaitDistributionsInput): WaitDistribution {
  const { visits, waits, figures, compared, axis, words, printSpan, columns } = input;
  const figure = figures[outcome];
  const model = prepareHistogram({
    histogram: waits[`${outcome}Waits`],
    range: addHistograms(waits.answeredWaits, waits.abandonedWaits),
    marks: [
      { name: words.columns.median, ms: figure?.medianMs ?? null },
      { name: words.columns.p90, ms: figure?.p90Ms ?? null },
    ],
    printDuration: words.duration,
    printSpan,
    printCount: words.count,
    printShare: words.share,
    hrefOf: (wait) => visitsHref(visits, { visitOutcomes: [outcome], wait }),
    compared: compared && {
      name: compared.name,
      histogram: compared.waits[`${outcome}Waits`],
      hrefOf: (wait) => visitsHref(compared.visits, { visitOutcomes: [outcome], wait }),
    },
    chosen: axis,
  });
  const table = tableOfHistogram(model, columns);
  return { figure, model, table: figure === null ? { ...table, rows: [] } : table };
}
