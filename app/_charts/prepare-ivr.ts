import type { CallsHref, DashboardHref, TableCell, TableModel } from "@/app/_charts/chart-models";
import { cohortHref } from "@/app/_charts/cohort-href";
import { type FigureRecords, hrefUnlessNone } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { countCell, durationCells, durationColumns, shareCells } from "@/app/_charts/prepare-figures";
import type { CallOutcome } from "@/server/domain/calls/record";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { type DimensionKey, narrowedTo } from "@/server/domain/metrics/dimension-keys";
import type { DurationFigure } from "@/server/domain/metrics/duration-figure";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";

/** What became of some calls in the IVR. */
export interface IvrFigures {
  readonly inIvr: number;
  readonly left: Proportion | null;
  readonly answered: Proportion | null;
  readonly time: DurationFigure | null;
}

export interface IvrRow extends IvrFigures {
  readonly key: DimensionKey;
  /** Of the same key, what it is compared with. */
  readonly compared: IvrFigures | null;
}

/** What the rows are set beside. */
export interface IvrCompared {
  readonly name: string;
  readonly calls: FigureRecords;
}

export interface IvrTableInput {
  readonly rows: readonly IvrRow[];
  readonly by: Dimension;
  readonly calls: FigureRecords;
  /** Null where nothing is asked for. */
  readonly compared: IvrCompared | null;
  readonly nameOf: (key: DimensionKey) => string;
  readonly narrowHref?: (key: DimensionKey) => DashboardHref | null;
  /** All calls in the IVR. */
  readonly inIvr: number;
}

/** What stands over the columns. */
type IvrHeads = Readonly<Record<"row" | "share" | "left" | "answered", string>>;

/** The calls that were in the IVR, or those of them that came out so. */
export function ivrCallsHref({ from, until, filter }: FigureRecords, outcome?: CallOutcome): CallsHref {
  const asked = outcome === undefined ? filter : { ...filter, outcomes: [outcome] };
  return cohortHref({ unit: "call", from, until, filter: asked, ivr: {} });
}

/** By something: how many calls, their share, how many ended in the IVR, how long, and how many were answered. */
export function prepareIvrTable(
  { rows, by, calls, compared, nameOf, narrowHref, inIvr }: IvrTableInput,
  heads: IvrHeads,
  words: FigureWords,
): TableModel {
  const durations = durationColumns(words).slice(0, 3);
  const own = [heads.row, words.columns.count, heads.share, heads.left, ...durations, heads.answered];
  const beside = [words.columns.count, heads.left, words.columns.median, heads.answered];
  return {
    ...headsBeside({ own, beside }, compared),
    rows: rows.map((row) => {
      const records = recordsUnder(calls, by, row.key);
      const href = records && ivrCallsHref(records);
      const [share] = shareCells(proportionOf(row.inIvr, inIvr), words, { part: href });
      return {
        key: String(row.key),
        narrowHref: narrowHref?.(row.key) ?? null,
        cells: [
          { text: nameOf(row.key) },
          countCell(row.inIvr, words, href),
          share,
          partCell(row.left, words, records && ivrCallsHref(records, "left_in_ivr")),
          ...durationCells(row.time, words, href).slice(0, 3),
          partCell(row.answered, words, records && ivrCallsHref(records, "answered")),
          ...(compared ? comparedCells(row.compared, recordsUnder(compared.calls, by, row.key), words) : []),
        ],
      };
    }),
  };
}

type HangUpHeads = Readonly<Record<"row" | "hungUp" | "share" | "reached", string>>;

/** Where callers hang up: the node that they were last at, with the share of those who did so there. */
export function prepareHangUps(
  { rows, calls, compared, nameOf }: Omit<IvrTableInput, "by" | "inIvr" | "narrowHref">,
  heads: HangUpHeads,
  words: FigureWords,
): TableModel {
  const sorted = rows.toSorted((one, other) => (other.left?.part ?? 0) - (one.left?.part ?? 0));
  const own = [heads.row, heads.hungUp, heads.share, heads.reached];
  return {
    ...headsBeside({ own, beside: [heads.hungUp, heads.share, heads.reached] }, compared),
    rows: sorted.map(({ key, left, ...row }) => {
      const cellsOf = (figure: Proportion | null, records: FigureRecords | null) => {
        const part = records && ivrCallsHref(records, "left_in_ivr");
        const hrefs = { part, whole: records && ivrCallsHref(records) };
        return [countCell(figure?.part ?? 0, words, part), ...shareCells(figure, words, hrefs)];
      };
      const beside = compared && recordsUnder(compared.calls, "exitNode", key);
      return {
        key: String(key),
        cells: [
          { text: nameOf(key) },
          ...cellsOf(left, recordsUnder(calls, "exitNode", key)),
          ...(compared ? cellsOf(row.compared?.left ?? null, beside) : []),
        ],
      };
    }),
  };
}

interface Heads {
  readonly own: readonly string[];
  readonly beside: readonly string[];
}

function headsBeside({ own, beside }: Heads, compared: IvrCompared | null) {
  if (compared === null) return { columns: own };
  return {
    columns: [...own, ...beside],
    over: [...own.map(() => ""), ...beside.map(() => compared.name)],
  };
}

function comparedCells(
  figures: IvrFigures | null,
  records: FigureRecords | null,
  words: FigureWords,
): TableCell[] {
  const [median = { text: words.none, raw: "" }] = durationCells(
    figures?.time ?? null,
    words,
    records && ivrCallsHref(records),
  );
  return [
    countCell(figures?.inIvr ?? 0, words, records && ivrCallsHref(records)),
    partCell(figures?.left ?? null, words, records && ivrCallsHref(records, "left_in_ivr")),
    median,
    partCell(figures?.answered ?? null, words, records && ivrCallsHref(records, "answered")),
  ];
}

/** The records under one key; null where a filter cannot say it. */
function recordsUnder(calls: FigureRecords, by: Dimension, key: DimensionKey): FigureRecords | null {
  const filter = narrowedTo(calls.filter, by, key);
  return filter && { from: calls.from, until: calls.until, filter };
}

function partCell(figure: Proportion | null, words: FigureWords, href: CallsHref | null): TableCell {
  const [cell] = shareCells(figure, words, { part: href && hrefUnlessNone(figure?.part ?? 0, href) });
  return cell;
}
