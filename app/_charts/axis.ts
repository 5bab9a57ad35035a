import type { Axis } from "@/app/_charts/chart-models";

/** How a number is printed beside an axis. */
export type Print = (value: number) => string;

const ticksWanted = 4;
const countSteps = [1, 2, 2.5, 5, 10];
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Distances between marks that people count durations in, in milliseconds. */
const durationSteps = [1, 2, 5, 10, 15, 30]
  .map((count) => count * second)
  .concat([1, 2, 5, 10, 15, 30].map((count) => count * minute))
  .concat([1, 2, 3, 6, 12].map((count) => count * hour))
  .concat([1, 2, 5, 10].map((count) => count * day));

function upTo(highest: number, step: number, print: Print): Axis {
  const steps = Math.max(1, Math.ceil(highest / step - 1e-9));
  const ticks = Array.from({ length: steps + 1 }, (_, index) => {
    const value = Number((index * step).toPrecision(12));
    return { value, label: print(value) };
  });
  return { min: 0, max: steps * step, ticks };
}

/** From 0 to the highest number or a little beyond, in round steps; never finer than whole numbers. */
export function countAxis(highest: number, print: Print): Axis {
  const rough = Math.max(highest, 1) / ticksWanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (countSteps.find((factor) => factor * power >= rough) ?? 10) * power;
  return upTo(Math.max(highest, 1), Math.max(1, Number.isInteger(step) ? step : Math.ceil(step)), print);
}

/** From 0 to the longest duration or a little beyond, in milliseconds, in steps of the clock. */
export function durationAxis(longestMs: number, print: Print): Axis {
  const rough = Math.max(longestMs, second) / ticksWanted;
  const step = durationSteps.find((candidate) => candidate >= rough) ?? Math.ceil(rough / day) * day;
  return upTo(Math.max(longestMs, second), step, print);
}

/** Shares from 0 to 1, quarter by quarter. */
export function shareAxis(print: Print): Axis {
  return upTo(1, 0.25, print);
}
