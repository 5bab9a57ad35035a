import type { CallsHref, DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCell, medianCell, medianNote, shareCells } from "@/app/_charts/prepare-figures";
import { secondsOf } from "@/app/_charts/seconds";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";
import { proportionOf } from "@/server/domain/metrics/proportion";

export interface QuantileRow {
  readonly key: string;
  readonly name: string;
  /** Null where there are no records. */
  readonly spread: DurationSpread | null;
  /** Of so many records these are a part. */
  readonly total: number;
  readonly href: CallsHref | null;
  readonly narrowHref: DashboardHref | null;
  /** The same of something to compare with. */
  readonly compared: { readonly spread: DurationFigure | null; readonly href: CallsHref | null } | null;
}

export type QuantileTableNames = Readonly<Record<"row" | "share", string>> & {
  /** Heads the compared medians; null without any. */
  readonly compared: string | null;
};

interface QuantileTableInput {
  readonly rows: readonly QuantileRow[];
  readonly names: QuantileTableNames;
  readonly words: FigureWords;
}

/** Durations by something: beside each mean its number of records, median and tail; each opens its records. */
export function prepareQuantileTable({ rows, names, words }: QuantileTableInput): TableModel {
  const { count, mean, median, p90 } = words.columns;
  const own = [names.row, count, names.share, mean, median, "P75", p90, "P95"];
  return {
    columns: names.compared === null ? own : [...own, names.compared],
    rows: rows.map((row) => ({
      key: row.key,
      narrowHref: row.narrowHref,
      cells: [
        { text: row.name },
        ...spreadCells(row, words),
        ...(names.compared === null ? [] : [comparedCell(row, words)]),
      ],
    })),
  };
}

function spreadCells({ spread, total, href }: QuantileRow, words: FigureWords): TableCell[] {
  const duration = (ms: number | undefined) => durationCell(ms, words, href);
  const [share] = shareCells(proportionOf(spread?.n ?? 0, total), words, { part: href });
  return [
    spread ? countCell(spread.n, words, href) : { text: words.none, raw: 0 },
    share,
    duration(spread?.meanMs),
    medianCell(spread, words, href),
    duration(spread?.p75Ms),
    duration(spread?.p90Ms),
    duration(spread?.p95Ms),
  ];
}

/** How much longer the median is than the compared one, and that one itself. */
function comparedCell({ spread: own, compared }: QuantileRow, words: FigureWords): TableCell {
  if (!compared?.spread) return { text: words.none, raw: "" };
  const { spread, href } = compared;
  const figures = [words.duration(spread.medianMs), medianNote(spread, words), words.n(spread.n)];
  const note = { text: figures.filter(Boolean).join(" · "), href };
  if (own === null) return { text: "–", raw: "", note };
  const difference = own.medianMs - spread.medianMs;
  return { text: words.change.duration(difference), raw: secondsOf(difference), note };
}
