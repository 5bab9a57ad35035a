import type { CallsHref, DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, medianNote } from "@/app/_charts/prepare-figures";
import { secondsOf } from "@/app/_charts/seconds";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";

interface QuantileRow {
  readonly key: string;
  readonly name: string;
  readonly spread: DurationSpread;
  readonly href: CallsHref | null;
  readonly narrowHref?: DashboardHref | null;
  /** The same of something to compare with. */
  readonly compared?: { readonly spread: DurationSpread; readonly href: CallsHref | null } | null;
}

interface QuantileTableInput {
  readonly rows: readonly QuantileRow[];
  /** So many records in all rows and beyond them: shares are parts of these. */
  readonly total: number;
  readonly names: Readonly<Record<"row" | "share", string>> & {
    /** Heads the compared medians; null without any. */
    readonly compared: string | null;
  };
  readonly words: FigureWords;
}

/** Durations by something: beside each mean its number of records, median and tail; each opens its records. */
export function prepareQuantileTable({ rows, total, names, words }: QuantileTableInput): TableModel {
  const { columns } = words;
  const own = [
    names.row,
    columns.count,
    names.share,
    columns.mean,
    columns.median,
    "P75",
    columns.p90,
    "P95",
  ];
  return {
    columns: names.compared === null ? own : [...own, names.compared],
    rows: rows.map(({ key, name, spread, href, narrowHref = null, compared }) => {
      const duration = (ms: number): TableCell => ({ text: words.duration(ms), raw: secondsOf(ms), href });
      const share = spread.n / total;
      return {
        key,
        narrowHref,
        cells: [
          { text: name },
          countCell(spread.n, words, href),
          { text: words.share(share), raw: share, href },
          duration(spread.meanMs),
          { ...duration(spread.medianMs), note: medianNote(spread, words) },
          duration(spread.p75Ms),
          duration(spread.p90Ms),
          duration(spread.p95Ms),
          ...(names.compared === null ? [] : [comparedCell(spread, compared, words)]),
        ],
      };
    }),
  };
}

/** How much longer the median is than the compared one, and that one itself. */
function comparedCell(own: DurationSpread, compared: QuantileRow["compared"], words: FigureWords): TableCell {
  if (!compared) return { text: "–", raw: "" };
  const { spread, href } = compared;
  const difference = own.medianMs - spread.medianMs;
  return {
    text: words.change.duration(difference),
    raw: secondsOf(difference),
    href,
    note: `${words.duration(spread.medianMs)} · ${words.n(spread.n)}`,
  };
}
