import { durationAxis, type Print, shareAxis } from "@/app/_charts/axis";
import type { CallsHref, SeriesLook, SurvivalModel, TableModel } from "@/app/_charts/chart-models";
import type { SurvivalStep } from "@/server/domain/metrics/survival";

interface SurvivalInput {
  readonly series: readonly {
    readonly key: string;
    readonly name: string;
    readonly look: SeriesLook;
    readonly steps: readonly SurvivalStep[];
    /** The records that are left at a moment. */
    readonly hrefOf?: (ms: number) => CallsHref;
  }[];
  /** Where the axis ends, so that a few records do not stretch it. */
  readonly longestMs: number;
  readonly printDuration: Print;
  readonly printShare: Print;
}

/** Shares that go on over time, from all at the beginning. */
export function prepareSurvival({
  series,
  longestMs,
  printDuration,
  printShare,
}: SurvivalInput): SurvivalModel {
  return {
    durations: durationAxis(longestMs, printDuration),
    shares: shareAxis(printShare),
    series: series.map(({ steps, hrefOf, ...rest }) => ({
      ...rest,
      points: [beginning, ...steps]
        .filter(({ afterMs }) => afterMs <= longestMs)
        .map(({ afterMs, share, interval }) => ({
          ms: afterMs,
          share,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          label: printDuration(afterMs),
          shareLabel: withBand(printShare, share, interval),
          href: hrefOf?.(afterMs) ?? null,
        })),
    })),
  };
}

/** At first all go on. */
const beginning = { afterMs: 0, share: 1, interval: null };

function withBand(print: Print, share: number, interval: SurvivalStep["interval"]): string {
  return interval ? `${print(share)} (${print(interval.low)}–${print(interval.high)})` : print(share);
}

/** The shares at the marks of the axis, as rows; `first` heads the moments. */
export function tableOfSurvival({ series, durations }: SurvivalModel, first: string): TableModel {
  return {
    columns: [first, ...series.map(({ name }) => name)],
    rows: durations.ticks.map(({ value, label }) => ({
      key: String(value),
      cells: [
        { text: label, raw: value / 1000 },
        ...series.map(({ points }) => {
          const last = points.at(-1);
          const point = last && value <= last.ms ? points.findLast(({ ms }) => ms <= value) : undefined;
          return { text: point?.shareLabel ?? "–", raw: point?.share ?? "", href: point?.href ?? null };
        }),
      ],
    })),
  };
}
