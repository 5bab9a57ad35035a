import type { CallsHref, TableModel } from "@/app/_charts/chart-models";
import type { HeatCell, HeatMapModel } from "@/app/_charts/heat-map-model";

const halfHours = 48;
const steps = 5;
/** Cells of fewer records are hatched: so few say little. */
export const fewCalls = 5;

interface HeatMapInput {
  /** 336 half hours, Monday 0:00 first. */
  readonly counts: readonly number[];
  /** What is shown as colour; the numbers of records themselves where left out. */
  readonly values?: readonly (number | null)[];
  /** What it takes to trust each value. */
  readonly notes?: readonly (string | null)[];
  readonly weekdays: readonly string[];
  readonly print: (value: number) => string;
  /** Said of a cell: its place in the week and its figures. */
  readonly label: (cell: { weekday: string; time: string; index: number; count: number }) => string;
  readonly hrefOf: (slot: { weekday: number; halfHour: number }) => CallsHref;
}

/**
 * A week of half hours in five steps of one hue, as wide as each other between the lowest and the highest value
 * that stands on more than a few records: a single odd call would else paint all others alike.
 */
export function prepareHeatMap(input: HeatMapInput): HeatMapModel {
  const { counts, values = counts, weekdays, print } = input;
  const bounds = boundsOf(counts, values);
  const rows = weekdays.map((weekday, day) => ({
    weekday,
    cells: Array.from({ length: halfHours }, (_, halfHour): HeatCell => {
      const index = day * halfHours + halfHour;
      const count = counts[index] ?? 0;
      const value = values[index] ?? null;
      return {
        count,
        step: count === 0 || value === null ? 0 : stepOf(value, bounds),
        isFew: count > 0 && count < fewCalls,
        place: `${weekday} ${timeOf(halfHour)}`,
        label: input.label({ weekday, time: timeOf(halfHour), index, count }),
        note: input.notes?.[index] ?? null,
        text: count === 0 || value === null ? "" : print(value),
        href: count === 0 ? null : input.hrefOf({ weekday: day + 1, halfHour }),
      };
    }),
  }));
  return {
    rows,
    hours: Array.from({ length: halfHours / 2 }, (_, hour) => String(hour)),
    scale: bounds.map(print),
  };
}

/** Where each step but the first begins. */
function boundsOf(counts: readonly number[], values: readonly (number | null)[]): number[] {
  const known = values.map((value, index) => ({ value, count: counts[index] ?? 0 }));
  const among = (least: number) =>
    known.flatMap(({ value, count }) => (value === null || count < least ? [] : [value]));
  const founded = among(fewCalls);
  const shown = founded.length > 0 ? founded : among(1);
  const [lowest, highest] = [Math.min(...shown), Math.max(...shown)];
  if (highest <= lowest) return [];
  return Array.from({ length: steps - 1 }, (_, step) => lowest + ((highest - lowest) * (step + 1)) / steps);
}

function stepOf(value: number, bounds: readonly number[]): number {
  return 1 + bounds.filter((bound) => value >= bound).length;
}

/** A half hour's beginning and end, as clocks show them. */
function timeOf(halfHour: number): string {
  const clock = (half: number) =>
    `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
  return `${clock(halfHour)}–${clock(halfHour + 1)}`;
}

/** The half hours with records as rows; `place` heads them. */
export function tableOfHeatMap(
  { rows }: HeatMapModel,
  { place: first, count, value, printCount }: HeatMapColumns,
): TableModel {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.count > 0);
  return {
    columns: [first, count, value],
    rows: cells.map(({ place, href, text, note, ...cell }) => ({
      key: place,
      cells: [{ text: place }, { text: printCount(cell.count), raw: cell.count, href }, { text, href, note }],
    })),
  };
}

export interface HeatMapColumns extends Readonly<Record<"place" | "count" | "value", string>> {
  readonly printCount: (count: number) => string;
}
