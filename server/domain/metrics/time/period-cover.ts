import type { Instant } from "@/server/domain/instant";

/** How coarse sums are kept, on the clock of UTC. */
export type Grain = "quarter" | "hour" | "fourHours" | "day" | "month";

/** The same, and each half hour of the week summed over a month, for what a week looks like. */
export type CellGrain = Grain | "slotOfMonth";

/** Neighbouring buckets of one grain, or a rest finer than every grain, for which rows must be read. */
export interface CoverSpan {
  readonly grain: CellGrain | "rows";
  readonly from: Instant;
  readonly until: Instant;
}

const COARSEST_FIRST: readonly Grain[] = ["month", "day", "fourHours", "hour", "quarter"];

const LENGTH_MS = { quarter: 900_000, hour: 3_600_000, fourHours: 14_400_000, day: 86_400_000 } as const;

export const HALF_HOUR_MS = 1_800_000;
const WEEK_MS = 7 * LENGTH_MS.day;

/** The beginning of the bucket that holds an instant; of a half hour of the week, when the month first has it. */
export function bucketStart(grain: CellGrain, at: Instant): Instant {
  if (grain === "slotOfMonth") {
    const month = bucketStart("month", at);
    return month + Math.floor(((at - month) % WEEK_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
  }
  if (grain !== "month") return Math.floor(at / LENGTH_MS[grain]) * LENGTH_MS[grain];
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The end of the bucket that begins at `start`, and the beginning of the next. */
export function bucketEnd(grain: Grain, start: Instant): Instant {
  if (grain !== "month") return start + LENGTH_MS[grain];
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/**
 * The period as few spans as the grains allow, in order and without gap or overlap: the coarsest buckets
 * that lie wholly within it, finer ones at its edges, and rows where it cuts through the finest.
 */
export function periodCover(from: Instant, until: Instant, grains: readonly Grain[]): CoverSpan[] {
  return cover(
    from,
    until,
    COARSEST_FIRST.filter((grain) => grains.includes(grain)),
  );
}

/**
 * The spans of a cover before and after an instant; a bucket that it cuts through is counted among those
 * after it.
 */
export function splitCover(
  spans: readonly CoverSpan[],
  at: Instant,
): readonly [before: readonly CoverSpan[], after: readonly CoverSpan[]] {
  const before: CoverSpan[] = [];
  const after: CoverSpan[] = [];
  for (const { grain, from, until } of spans) {
    const cut = Math.min(Math.max(from, cutOf(grain, at)), until);
    if (from < cut) before.push({ grain, from, until: cut });
    if (cut < until) after.push({ grain, from: cut, until });
  }
  return [before, after];
}

function cutOf(grain: CoverSpan["grain"], at: Instant): Instant {
  if (grain === "rows") return at;
  return bucketStart(grain === "slotOfMonth" ? "month" : grain, at);
}

function cover(from: Instant, until: Instant, [grain, ...finer]: readonly Grain[]): CoverSpan[] {
  if (from >= until) return [];
  if (grain === undefined) return [{ grain: "rows", from, until }];
  const start = bucketStart(grain, from);
  const first = start === from ? from : bucketEnd(grain, start);
  const end = bucketStart(grain, until);
  if (first >= end) return cover(from, until, finer);
  return [...cover(from, first, finer), { grain, from: first, until: end }, ...cover(end, until, finer)];
}
