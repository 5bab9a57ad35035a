import { countAxis, durationAxis, type Print, shareAxis } from "@/app/_charts/axis";
import type { CallsHref, Figure, FunnelModel, TableModel } from "@/app/_charts/chart-models";
import type { Measure } from "@/app/_charts/prepare-time-series";
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
  readonly measure: Measure;
  readonly names: FunnelModel["names"];
  readonly print: Print;
  readonly printCount: Print;
}

const limitPlaces = 60;

/** So many names can stand among the points and still be read. */
const namesMax = 8;

/** Figures against their numbers of records, with the limits between which they do not differ. */
export function prepareFunnel(input: FunnelInput): FunnelModel {
  const { points, mean, limitsAt, measure, names, print, printCount } = input;
  const most = Math.max(1, ...points.map(({ count }) => count));
  const counts = countAxis(most, printCount);
  const highest = Math.max(mean.value, ...points.map(({ value }) => value)) * 1.1;
  const axes = { count: countAxis, duration: durationAxis, share: () => shareAxis(print) };
  const places = Array.from({ length: limitPlaces }, (_, index) =>
    Math.max(1, Math.round(counts.max * ((index + 1) / limitPlaces) ** 2)),
  );
  const named = namedPoints(input);
  return {
    counts,
    values: axes[measure](highest, print),
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

/** Those that lie farthest outside of the limits, in widths of the limits at their count. */
function namedPoints({ points, limitsAt }: FunnelInput): Set<string> {
  const distances = points.map(({ key, count, value }) => {
    const { low, high } = limitsAt(count).alarm;
    return { key, distance: Math.max(low - value, value - high) / (high - low) };
  });
  const outside = distances.filter(({ distance }) => distance > 0);
  return new Set(
    outside
      .toSorted((one, other) => other.distance - one.distance)
      .slice(0, namesMax)
      .map(({ key }) => key),
  );
}

function boundsOf({ warning, alarm }: FunnelLimits) {
  return { low95: warning.low, high95: warning.high, low998: alarm.low, high998: alarm.high };
}

function beyondOf(value: number, { warning, alarm }: FunnelLimits) {
  if (value < alarm.low || value > alarm.high) return "alarm";
  return value < warning.low || value > warning.high ? "warning" : "none";
}

/** The same as rows; `first` heads the names. */
export function tableOfFunnel({ points, names }: FunnelModel, first: string): TableModel {
  return {
    columns: [first, names.count, names.value],
    rows: points.map(({ key, name, count, countLabel, value, label, href }) => ({
      key,
      cells: [{ text: name }, { text: countLabel, raw: count, href }, { text: label, raw: value }],
    })),
  };
}
