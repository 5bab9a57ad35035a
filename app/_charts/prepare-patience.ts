import type { SurvivalModel, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { prepareSurvival, tableOfSurvival } from "@/app/_charts/prepare-survival";
import type { Instant } from "@/server/domain/instant";
import { bucketOf, lowerBound } from "@/server/domain/metrics/log-histogram";
import { type PatienceMark, patienceLost } from "@/server/domain/metrics/patience";
import type { SurvivalStep } from "@/server/domain/metrics/survival";

/** The curve of one set of visits. */
export interface PatienceSide {
  readonly name: string;
  readonly visits: FigureRecords;
  /** When the waits of those who still wait were read. */
  readonly now: Instant;
  readonly steps: readonly SurvivalStep[];
}

export interface PatienceWords extends FigureWords {
  /** Heads the moments of the curve's table, and those of a side that stands alone. */
  readonly after: string;
  /** Heads the shares that have lost patience. */
  readonly lost: string;
  readonly notReached: string;
  /** An interval without an end that the data reach. */
  readonly from: (low: string) => string;
}

interface PatienceModel {
  readonly curve: SurvivalModel;
  readonly curveTable: TableModel;
  /** After how long some shares have lost patience. */
  readonly marks: TableModel;
}

const looks = ["waiting", "meeting"] as const;
const lostShares = [0.1, 0.25, 0.5];
/** The axis ends where so few of the visits are left that the curve says little. */
const leftAtEnd = 0.01;
const shortestAxisMs = 30_000;
/** So many steps are drawn at most: more would fall on the same points of a screen. */
const stepsDrawn = 120;

/** The share of callers who still wait after so many seconds, of each side, and when shares of them are gone. */
export function preparePatience(sides: readonly PatienceSide[], words: PatienceWords): PatienceModel {
  const longestMs = Math.max(shortestAxisMs, ...sides.map(({ steps }) => endOf(steps)));
  const curve = prepareSurvival({
    series: sides.map(({ name, visits, now, steps }, index) => ({
      key: String(index),
      name,
      look: looks[index] ?? "free",
      steps: thinned(steps, longestMs),
      hrefOf: (ms) => visitsHref(visits, { wait: { min: lowerBound(bucketOf(ms)) }, asOf: now }),
    })),
    longestMs,
    printDuration: words.duration,
    printShare: words.share,
  });
  return { curve, curveTable: tableOfSurvival(curve, words.after), marks: marksOf(sides, words) };
}

/** When hardly anybody is observed any more, in milliseconds. */
function endOf(steps: readonly SurvivalStep[]): number {
  const all = steps[0]?.atRisk ?? 0;
  return steps.findLast(({ atRisk }) => atRisk >= all * leftAtEnd)?.afterMs ?? 0;
}

/** The last of the steps that would be drawn on the same spot. */
function thinned(steps: readonly SurvivalStep[], longestMs: number): SurvivalStep[] {
  const spot = ({ afterMs }: SurvivalStep) => Math.floor((afterMs / longestMs) * stepsDrawn);
  return steps.filter((step, index) => {
    const next = steps[index + 1];
    return next === undefined || spot(next) !== spot(step);
  });
}

function marksOf(sides: readonly PatienceSide[], words: PatienceWords): TableModel {
  return {
    columns: [words.lost, ...sides.map(({ name }) => (sides.length > 1 ? name : words.after))],
    rows: lostShares.map((lost) => ({
      key: String(lost),
      cells: [
        { text: words.share(lost), raw: lost },
        ...sides.map(({ visits, steps }) => markCell(patienceLost(steps, lost), visits, words)),
      ],
    })),
  };
}

function markCell(mark: PatienceMark, visits: FigureRecords, words: PatienceWords) {
  const { afterMs } = mark;
  if (afterMs === null) return { text: words.notReached, raw: "" };
  return {
    text: words.duration(afterMs),
    raw: Math.round(afterMs) / 1000,
    note: intervalOf(mark, words),
    href: visitsHref(visits, {
      visitOutcomes: ["abandoned", "short_abandoned"],
      wait: { below: lowerBound(bucketOf(afterMs) + 1) },
    }),
  };
}

function intervalOf({ lowMs, highMs }: PatienceMark, words: PatienceWords): string | null {
  if (lowMs === null) return null;
  const low = words.duration(lowMs);
  return highMs === null ? words.from(low) : words.interval(low, words.duration(highMs));
}
