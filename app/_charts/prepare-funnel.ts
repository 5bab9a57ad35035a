import { countAxis, durationAxis, type Print } from "@/app/_charts/axis";
import type { CallsHref, Figure, FunnelModel } from "@/app/_charts/chart-models";
import type { FunnelLimits } from "@/server/domain/metrics/funnel";

interface FunnelInput {
  readonly points: readonly {
    readonly key: string;
    readonly name: string;
    readonly count: number;
    readonly value: number;
    readonly href?: CallsHref | null;
    readonly compared?: Figure | null;
  }[];
  readonly mean: { readonly name: string; readonly value: number };
  readonly limitsAt: (count: number) => FunnelLimits;
  readonly names: FunnelModel["names"];
  readonly print: Print;
  readonly printCount: Print;
}

const limitPlaces = 60;

/** So many names can stand among the points and still be read. */
const namesMax = 8;
/** About the room of a name beside its point, and the half of a point's own, as shares of the axes. */
const nameRoom = { width: 0.1, height: 0.045 };
const pointRoom = { width: 0.005, height: 0.03 };

/** Durations against their numbers of records, with the limits between which they do not differ. */
export function prepareFunnel(input: FunnelInput): FunnelModel {
  const { points, mean, limitsAt, names, print, printCount } = input;
  const most = Math.max(1, ...points.map(({ count }) => count));
  const counts = countAxis(most, printCount);
  const highest = Math.max(mean.value, ...points.map(({ value }) => value)) * 1.1;
  const places = Array.from({ length: limitPlaces }, (_, index) =>
    Math.max(1, Math.round(counts.max * ((index + 1) / limitPlaces) ** 2)),
  );
  const values = durationAxis(highest, print);
  const named = namedPoints(input, { counts, values });
  return {
    counts,
    values,
    names,
    mean: { ...mean, label: print(mean.value) },
    limits: [...new Set(places)].map((count) => ({ count, ...boundsOf(limitsAt(count)) })),
    points: points.map(({ href, compared = null, ...point }) => ({
      ...point,
      compared,
      label: print(point.value),
      countLabel: printCount(point.count),
      href: href ?? null,
      beyond: beyondOf(point.value, limitsAt(point.count)),
      isNamed: named.has(point.key),
    })),
  };
}

/**
 * Those that lie farthest outside of the limits, in widths of the limits at their count; not those whose names
 * would cover a point or another name.
 */
function namedPoints(
  { points, limitsAt }: FunnelInput,
  { counts, values }: Pick<FunnelModel, "counts" | "values">,
): Set<string> {
  const placed = points.map(({ key, count, value }) => {
    const { low, high } = limitsAt(count).alarm;
    const distance = Math.max(low - value, value - high) / (high - low);
    return { key, distance, x: count / counts.max, y: value / values.max };
  });
  const outside = placed
    .filter(({ distance }) => distance > 0)
    .toSorted((one, other) => other.distance - one.distance);
  const named: Place[] = [];
  for (const point of outside) {
    const isFree =
      placed.every((other) => !coversPoint(point, other)) && named.every((name) => !coversName(point, name));
    if (isFree && named.length < namesMax) named.push(point);
  }
  return new Set(named.map(({ key }) => key));
}

interface Place {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

function coversPoint(name: Place, point: Place): boolean {
  const right = point.x - name.x;
  const isBeside = right > pointRoom.width && right < nameRoom.width;
  return isBeside && Math.abs(point.y - name.y) < pointRoom.height;
}

function coversName(one: Place, other: Place): boolean {
  return Math.abs(one.x - other.x) < nameRoom.width && Math.abs(one.y - other.y) < nameRoom.height;
}

function boundsOf({ warning, alarm }: FunnelLimits) {
  return { low95: warning.low, high95: warning.high, low998: alarm.low, high998: alarm.high };
}

function beyondOf(value: number, { warning, alarm }: FunnelLimits) {
  if (value < alarm.low || value > alarm.high) return "alarm";
  return value < warning.low || value > warning.high ? "warning" : "none";
}
