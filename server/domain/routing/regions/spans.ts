import type { Instant } from "@/server/domain/instant";

/** Stretches of time, in order, that neither touch nor overlap; `until` does not belong to them. */
export type Spans = readonly { readonly from: Instant; readonly until: Instant }[];

/** The same stretches so many milliseconds later; earlier where that is below zero. */
export function shifted(spans: Spans, byMs: number): Spans {
  return spans.map(({ from, until }) => ({ from: from + byMs, until: until + byMs }));
}

/** What lies in both. */
export function overlapOf(one: Spans, other: Spans): Spans {
  const shared: { from: Instant; until: Instant }[] = [];
  let [index, otherIndex] = [0, 0];
  while (true) {
    const [left, right] = [one[index], other[otherIndex]];
    if (left === undefined || right === undefined) return shared;
    const [from, until] = [Math.max(left.from, right.from), Math.min(left.until, right.until)];
    if (from < until) shared.push({ from, until });
    if (left.until < right.until) index += 1;
    else otherIndex += 1;
  }
}

/** What of `one` does not lie in `other`. */
export function without(one: Spans, other: Spans): Spans {
  const ends = [Number.NEGATIVE_INFINITY, ...other.map(({ until }) => until)];
  const gaps = ends.map((from, index) => ({ from, until: other[index]?.from ?? Number.POSITIVE_INFINITY }));
  return overlapOf(one, gaps);
}

/** Stretches in any order, which may touch or overlap, as the fewest that cover the same. */
export function joined(spans: Spans): Spans {
  const all: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else if (from < until) all.push({ from, until });
  }
  return all;
}
