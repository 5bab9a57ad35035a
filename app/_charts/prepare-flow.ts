import type { CallsHref } from "@/app/_charts/chart-models";

/** Streams from names on the left to names on the right, in a drawing of this size. */
export interface FlowModel {
  readonly width: number;
  readonly height: number;
  readonly barWidth: number;
  readonly bands: readonly {
    readonly key: string;
    readonly label: string;
    readonly path: string;
    readonly href: CallsHref;
  }[];
  readonly ends: readonly {
    readonly key: string;
    readonly name: string;
    readonly side: "from" | "to";
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly textX: number;
  }[];
}

interface FlowInput {
  readonly paths: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly label: string;
    readonly href: CallsHref;
  }[];
}

const width = 640;
/** Where the bands begin and end: the names stand beside. */
const left = 170;
const right = width - left;
const barWidth = 8;
const gap = 14;
/** All bands together are so high; each end has room for its name. */
const fullHeight = 200;
const rowHeight = 18;

/** Streams from the groups on the left to the groups on the right, as wide as their numbers. */
export function prepareFlow({ paths }: FlowInput): FlowModel {
  const total = paths.reduce((sum, { count }) => sum + count, 0);
  const heightOf = (count: number) => (total === 0 ? 0 : (count / total) * fullHeight);
  const sources = placed(paths.map(({ from, count }) => [from, heightOf(count)]));
  const targets = placed(paths.map(({ to, count }) => [to, heightOf(count)]));
  const bands = paths.map(({ from, to, count, label, href }) => {
    const height = heightOf(count);
    return {
      key: `${from} ${to}`,
      label,
      href,
      path: band(take(sources, from, height), take(targets, to, height), height),
    };
  });
  const ends = [
    ...[...sources].map(([name, { y, height }]) => ({
      key: `from ${name}`,
      name,
      y,
      height,
      x: left - barWidth,
      textX: left - barWidth - 6,
      side: "from" as const,
    })),
    ...[...targets].map(([name, { y, height }]) => ({
      key: `to ${name}`,
      name,
      y,
      height,
      x: right,
      textX: right + barWidth + 6,
      side: "to" as const,
    })),
  ];
  const height = Math.max(rowHeight, ...ends.map((end) => end.y + Math.max(end.height, rowHeight)));
  return { width, height, barWidth, bands, ends };
}

interface Place {
  readonly y: number;
  readonly height: number;
  /** How much of it bands have used up. */
  used: number;
}

/** Names under each other in the order in which they first come, each as high as its bands together. */
function placed(parts: readonly (readonly [name: string, height: number])[]): Map<string, Place> {
  const heights = new Map<string, number>();
  for (const [name, height] of parts) heights.set(name, (heights.get(name) ?? 0) + height);
  let y = 0;
  return new Map(
    [...heights].map(([name, height]) => {
      const place = { y, height, used: 0 };
      y += Math.max(height, rowHeight) + gap;
      return [name, place];
    }),
  );
}

/** Where the next band of a name begins. */
function take(places: Map<string, Place>, name: string, height: number): number {
  const place = places.get(name);
  if (place === undefined) throw new RangeError(`${name} has no place`);
  const y = place.y + place.used;
  place.used += height;
  return y;
}

function band(fromY: number, toY: number, height: number): string {
  const middle = (left + right) / 2;
  const [a, b, c, d] = [fromY, toY, toY + height, fromY + height].map((y) => y.toFixed(1));
  return `M${left} ${a}C${middle} ${a} ${middle} ${b} ${right} ${b}V${c}C${middle} ${c} ${middle} ${d} ${left} ${d}Z`;
}
