import type { AgentCells } from "@/app/_charts/agent-cells";
import type {
  HistogramModel,
  SurvivalModel,
  TableCell,
  TableModel,
  TileModel,
  TileNote,
  TimeSeriesModel,
} from "@/app/_charts/chart-models";
import { hrefOfMark } from "@/app/_charts/cohort-href";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { HeatMapModel } from "@/app/_charts/heat-map-model";
import type { ReconciliationModel } from "@/app/_charts/prepare-reconciliation";
import { Cohort } from "@/server/domain/metrics/cohort";

/** A link of a page, and how many records the figure that it stands at says it opens. */
export interface PrintedLink {
  readonly figure: number;
  readonly cohort: Cohort;
}

const changed = (by: number) => `by ${by}`;

/** Words from which a printed figure can be read back: what is a number of records is said as one. */
export const readableWords: FigureWords = {
  count: String,
  share: (share) => `share ${share}`,
  duration: (ms) => `${ms} ms`,
  change: { count: changed, share: changed, duration: changed },
  none: "none",
  n: (count) => `n ${count}`,
  partOf: (part, whole) => `${part} of ${whole}`,
  madeOf: (figure, records) => `${figure} (${records})`,
  interval: (low, high) => `between ${low} and ${high}`,
  medianLine: (median, p90) => `median ${median}, P90 ${p90}`,
  columns: { median: "median", mean: "mean", p90: "P90", count: "n" },
};

const aCount = /^\d+$/;
const aMade = /\bn (\d+)/;
const aShare = /^share (.+)$/;
const aPart = /(\d+) of (\d+)/;

/** The link to the records of a cohort; none where an address opens something else, such as one call. */
function linkTo(href: string | null | undefined, figure: number | null | undefined): PrintedLink[] {
  const json = href?.startsWith("/calls?") ? new URLSearchParams(href.split("?")[1]).get("cohort") : null;
  if (json == null || figure == null) return [];
  return [{ figure, cohort: Cohort.parse(JSON.parse(json)) }];
}

/** What a note says that it opens: the whole of a share, the n of a mean, or the number that it begins with. */
function toldBy(text: string): number | null {
  const told = aPart.exec(text)?.[2] ?? aMade.exec(text)?.[1] ?? /^\d+/.exec(text)?.[0];
  return told === undefined ? null : Number(told);
}

const textOf = (note: TileNote) => (typeof note === "string" ? note : note.text);
const hrefOf = (note: TileNote) => (typeof note === "string" ? null : note.href);

type Tile = Pick<TileModel, "value" | "href" | "notes"> & { readonly change?: TileModel["change"] };

export function linksOfTile({ value, href, notes, change }: Tile): PrintedLink[] {
  const texts = notes.map(textOf);
  const part = aPart.exec(texts[0] ?? "")?.[1];
  const n = texts.map((text) => aMade.exec(text)?.[1]).find((found) => found !== undefined);
  const own = aCount.test(value) ? value : ((aShare.test(value) ? part : n) ?? null);
  const against = change && (aPart.exec(change.against)?.[1] ?? toldBy(change.against));
  return [
    ...linkTo(href, own === null ? null : Number(own)),
    ...notes.flatMap((note) => linkTo(hrefOf(note), toldBy(textOf(note)))),
    ...linkTo(change?.href, against === null ? null : Number(against)),
  ];
}

export function linksOfTable({ rows }: TableModel): PrintedLink[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => [
      ...linkTo(cell.href, figureOfCell(cells, index)),
      ...(cell.note ? linkTo(hrefOf(cell.note), toldBy(textOf(cell.note))) : []),
    ]),
  );
}

/**
 * A number of records says it itself; another figure is said by the number that opens the same, a share by
 * the whole beside it. A duration that stands alone says nothing of numbers.
 */
function figureOfCell(cells: readonly TableCell[], index: number): number | null {
  const { text, href, raw, note } = cells[index] ?? { text: "" };
  if (aCount.test(text)) return Number(text);
  const same = cells.find((cell) => cell.href === href && aCount.test(cell.text));
  if (same) return Number(same.text);
  const counts = [...cells.slice(index), ...cells].filter((cell) => aCount.test(cell.text));
  const whole = counts.find((cell) => looksAt(cell.href) === looksAt(href)) ?? counts[0];
  if (aShare.test(text) && typeof raw === "number" && whole) return Math.round(raw * Number(whole.text));
  return note ? toldBy(textOf(note)) : null;
}

/** Which records a link looks at, whatever became of them: what stands beside looks at others. */
function looksAt(href: TableCell["href"]): string {
  const [link] = linkTo(href, 0);
  if (link === undefined) return "";
  const { from, until, filter } = link.cohort;
  return JSON.stringify([from, until, { ...filter, outcomes: undefined }]);
}

export function linksOfHistogram({ logarithmic, linear }: HistogramModel): PrintedLink[] {
  return [logarithmic, linear].flatMap(({ bars, compared }) => {
    const total = bars.reduce((sum, { count }) => sum + count, 0);
    return [
      ...bars.flatMap(({ count, href, cumulative, cumulativeHref }) => [
        ...linkTo(href, count),
        ...linkTo(cumulativeHref, Math.round(cumulative * total)),
      ]),
      ...(compared ?? []).flatMap(({ count, href }) => linkTo(href, count)),
    ];
  });
}

export function linksOfHeatMap({ rows }: HeatMapModel): PrintedLink[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ count, href }) => linkTo(href, count)));
}

/** The bars of numbers of records; each opens those of its interval. */
export function linksOfBars({ series, intervals }: TimeSeriesModel): PrintedLink[] {
  return series.flatMap((one) =>
    one.figures.flatMap(({ value }, index) => linkTo(hrefOfMark(one, intervals, index), value)),
  );
}

export function linksOfBooks({ offered, parts }: ReconciliationModel): PrintedLink[] {
  return [offered, ...parts].flatMap(({ href, text }) => linkTo(href, Number(text)));
}

export function linksOfAgent(cells: AgentCells): PrintedLink[] {
  return Object.values(cells).flatMap(({ text, href, n, nHref, notes }) =>
    linksOfTile({ value: text, href, notes: n === "" ? notes : [{ text: n, href: nHref }, ...notes] }),
  );
}

/** The points of a curve, each of which tells how many records are left after it. */
export function linksOfCurve({ series }: SurvivalModel): PrintedLink[] {
  return series.flatMap(({ points }) =>
    points.flatMap(({ href, leftLabel }) => linkTo(href, toldBy(leftLabel))),
  );
}
