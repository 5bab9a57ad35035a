import type { TimeSeries, TimeSeriesModel } from "@/app/_charts/chart-models";
import { behindRunning } from "@/app/_charts/running-from";

export interface TimeSeriesRow {
  readonly index: number;
  readonly [key: string]: number | null;
}

export function isDrawnAsLine({ shape, isComparison }: TimeSeries): boolean {
  return shape === "line" || isComparison;
}

/** A row for each interval: figures by series; those of lines that still run under a key of their own, to be drawn pale. */
export function rowsOfTimeSeries({ intervals, series }: TimeSeriesModel): TimeSeriesRow[] {
  const behind = behindRunning(intervals);
  return intervals.map((interval, index) => {
    const row: Record<string, number | null> & TimeSeriesRow = {
      index,
      fillOpacity: interval.isRunning ? 0.45 : 1,
    };
    for (const one of series) {
      const value = one.figures[index]?.value ?? null;
      if (isDrawnAsLine(one)) Object.assign(row, settledAndRunning(one.key, { value, at: behind(index) }));
      else row[one.key] = value;
    }
    return row;
  });
}

interface PlacedValue<Value> {
  readonly value: Value | null;
  /** How far behind the first interval that runs. */
  readonly at: number;
}

/** What is settled goes up to where something runs; the pale part takes over from its last point. */
export function settledAndRunning<Value>(key: string, { value, at }: PlacedValue<Value>) {
  return { [key]: at >= 0 ? null : value, [`${key} running`]: at >= -1 ? value : null };
}
