import type { Sparkline } from "@/app/_charts/chart-models";

export const sparklineBox = { width: 100, height: 24 } as const;
const edge = 2;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A line through values at even distances, from 0 or their lowest up to their highest; broken at gaps, a
 * value between gaps as a dot, and what still runs apart.
 */
export function prepareSparkline(values: readonly (number | null)[], running: number): Sparkline {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(low + Number.MIN_VALUE, ...known);
  const place = (value: number, index: number): Place => ({
    x: round(values.length < 2 ? sparklineBox.width / 2 : (index / (values.length - 1)) * sparklineBox.width),
    y: round(sparklineBox.height - edge - ((value - low) / (high - low)) * (sparklineBox.height - 2 * edge)),
  });
  const places = values.map((value, index) => (value === null ? null : place(value, index)));
  const stretches = stretchesOf(places.slice(0, running));
  // The pale line takes over from the last settled value, if there is something to go on to.
  const rest = stretchesOf(places.slice(places[running] == null ? running : Math.max(0, running - 1)));
  return {
    lines: stretches.filter(({ length }) => length > 1).map(pathOf),
    dots: stretches.filter(({ length }) => length === 1).flat(),
    running: running < values.length && rest.length > 0 ? rest.map(pathOf).join("") : null,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function stretchesOf(places: readonly (Place | null)[]): Place[][] {
  const stretches: Place[][] = [[]];
  for (const place of places) {
    if (place === null) stretches.push([]);
    else stretches.at(-1)?.push(place);
  }
  return stretches.filter(({ length }) => length > 0);
}

/** A place alone is a line too short to be seen but for its round ends. */
function pathOf(places: readonly Place[]): string {
  const [first] = places;
  if (first && places.length === 1) return `M${first.x} ${first.y}h.01`;
  return `M${places.map(({ x, y }) => `${x} ${y}`).join("L")}`;
}
