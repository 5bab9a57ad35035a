import type { Activity, Lane } from "@/server/domain/calls/occupancy";
import type { Stretch, Timeline } from "@/server/domain/calls/timeline";
import type { Instant } from "@/server/domain/instant";

/** A stretch ready to draw; `left` and `width` in percent of the whole. */
export interface DrawnStretch {
  readonly kind: Activity;
  readonly outcome: Stretch["outcome"];
  readonly from: Instant;
  readonly to: Instant;
  readonly ms: number;
  readonly left: number;
  readonly width: number;
  /** It goes on. */
  readonly open: boolean;
  /** A ring that nobody answered. */
  readonly hollow: boolean;
  /** Too short to be seen at its true width: drawn wider, and marked. */
  readonly widened: boolean;
}

export interface DrawnLane {
  readonly lane: Lane;
  readonly stretches: readonly DrawnStretch[];
}

/** Keys pressed so close together that they share one mark. */
export interface DrawnKeys {
  readonly keys: string;
  readonly at: Instant;
  readonly left: number;
}

export interface DrawnTimeline {
  readonly from: Instant;
  readonly to: Instant;
  readonly lanes: readonly DrawnLane[];
  readonly keys: readonly DrawnKeys[];
  readonly ticks: readonly { readonly at: Instant; readonly left: number }[];
  readonly hasWidened: boolean;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Distances between marks of the axis that people count in; all divide an hour or are made of hours. */
const steps = [1, 2, 5, 10, 15, 30]
  .map((count) => count * second)
  .concat([1, 2, 5, 10, 15, 30].map((count) => count * minute))
  .concat([1, 2, 4, 6, 12, 24].map((count) => count * hour));
/** How wide the axis is drawn: across a page, or in a panel of a few hundred pixels. */
export type TimelineWidth = "wide" | "narrow";
/** How many ticks fit, and the room in percent that a tick's words need to its right. */
const axes = { wide: { ticksMax: 8, tickWords: 11 }, narrow: { ticksMax: 4, tickWords: 24 } } as const;

const seenFromPercent = 0.5;
const keysApartPercent = 2.5;

/** Lays a call out across a width of 100 percent; ongoing stretches reach to the latest instant heard of. */
export function prepareTimeline(timeline: Timeline, width: TimelineWidth = "wide"): DrawnTimeline {
  const from = timeline.startedAt;
  const to = Math.max(timeline.latestAt, from + second);
  const percent = (at: Instant) => ((at - from) / (to - from)) * 100;
  const lanes = timeline.lanes.map(({ lane, stretches }) => ({
    lane,
    stretches: stretches.map((stretch) => draw(stretch, timeline.latestAt, percent)),
  }));
  return {
    from,
    to,
    lanes,
    keys: drawKeys(timeline, percent),
    ticks: ticksBetween(from, to, width).map((at) => ({ at, left: percent(at) })),
    hasWidened: lanes.some(({ stretches }) => stretches.some(({ widened }) => widened)),
  };
}

function draw(stretch: Stretch, latestAt: Instant, percent: (at: Instant) => number): DrawnStretch {
  const to = stretch.to ?? latestAt;
  const width = percent(to) - percent(stretch.from);
  const rings = stretch.kind === "ringing" || stretch.kind === "dialling";
  return {
    kind: stretch.kind,
    outcome: stretch.outcome,
    from: stretch.from,
    to,
    ms: to - stretch.from,
    left: percent(stretch.from),
    width,
    open: stretch.to === null,
    hollow: rings && stretch.outcome !== null && stretch.outcome !== "answered" && stretch.to !== null,
    widened: width < seenFromPercent,
  };
}

function drawKeys(timeline: Timeline, percent: (at: Instant) => number): DrawnKeys[] {
  const drawn: DrawnKeys[] = [];
  for (const { key, at } of timeline.keys) {
    const left = percent(at);
    const last = drawn.at(-1);
    if (last && left - last.left <= keysApartPercent) {
      drawn[drawn.length - 1] = { ...last, keys: `${last.keys}\u2009${key}` };
    } else drawn.push({ keys: key, at, left });
  }
  return drawn;
}

function ticksBetween(from: Instant, to: Instant, width: TimelineWidth): Instant[] {
  const { ticksMax, tickWords } = axes[width];
  const step =
    steps.find((candidate) => (to - from) / candidate <= ticksMax) ?? Math.ceil((to - from) / ticksMax);
  const first = Math.ceil(from / step) * step;
  const last = to - ((to - from) * tickWords) / 100;
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}
