import type { SurvivalModel, TableModel } from "@/app/_charts/chart-models";
import { type FigureRecords, visitsHref } from "@/app/_charts/figure-records";
import { prepareSurvival, type SurvivalWords, tableOfSurvival } from "@/app/_charts/prepare-survival";
import { secondsOf } from "@/app/_charts/seconds";
import type { Instant } from "@/server/domain/instant";
import {
  bucketOf,
  bucketsOf,
  type LogHistogram,
  lowerBound,
  midpointOf,
} from "@/server/domain/metrics/log-histogram";
import { type PatienceMark, patienceLost } from "@/server/domain/metrics/patience";
import type { SurvivalStep } from "@/server/domain/metrics/survival";

/** The curve of one set of visits. */
export interface PatienceSide {
  readonly name: string;
  readonly visits: FigureRecords;
  /** When the waits of those who still wait were read. */
  readonly now: Instant;
  readonly steps: readonly SurvivalStep[];
  /** How long all of them waited, or have waited by now. */
  readonly waits: LogHistogram;
}

export interface PatienceWords extends SurvivalWords {
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

/** The share of callers who still wait after so many seconds, of each side, and when shares of them are gone. */
export function preparePatience(sides: readonly PatienceSide[], words: PatienceWords): PatienceModel {
  const input = {
    series: sides.map(({ name, visits, now, steps, waits }, index) => ({
      key: String(index),
      name,
      look: looks[index] ?? ("free" as const),
      steps,
      observedMs: midpointOf(waits.buckets.at(-1) ?? 0),
      leftAfter: (ms: number) => {
        const first = firstLeftAfter(ms);
        const left = bucketsOf(waits).reduce((sum, [bucket, count]) => sum + (bucket < first ? 0 : count), 0);
        return { count: left, href: visitsHref(visits, { wait: { min: lowerBound(first) }, asOf: now }) };
      },
    })),
    longestMs: Math.max(shortestAxisMs, ...sides.map(({ steps }) => endOf(steps))),
    words,
  };
  return {
    curve: prepareSurvival(input),
    curveTable: tableOfSurvival(input),
    marks: marksOf(sides, words),
  };
}

/** The bucket from which on waits are longer: a step at its own moment is over. At first all wait. */
function firstLeftAfter(ms: number): number {
  const bucket = bucketOf(ms);
  return ms === 0 || midpointOf(bucket) > ms ? bucket : bucket + 1;
}

/** When hardly anybody is observed any more, in milliseconds. */
function endOf(steps: readonly SurvivalStep[]): number {
  const all = steps[0]?.atRisk ?? 0;
  return steps.findLast(({ atRisk }) => atRisk >= all * leftAtEnd)?.afterMs ?? 0;
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
  const { afterMs, lowMs, highMs } = mark;
  if (afterMs === null) return { text: words.notReached, raw: "" };
  return {
    text: words.duration(afterMs),
    raw: secondsOf(afterMs),
    note: intervalOf(mark, words),
    bounds:
      lowMs === null ? null : { low: secondsOf(lowMs), high: highMs === null ? null : secondsOf(highMs) },
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
