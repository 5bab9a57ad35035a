import type { CallsHref } from "@/app/_charts/chart-models";

export interface HeatCell {
  readonly count: number;
  /** Which fifth of the scale it falls into, 0 for none to 5. */
  readonly step: number;
  readonly isFew: boolean;
  /** Its weekday and half hour. */
  readonly place: string;
  /** Printed when pointed at, and read out. */
  readonly label: string;
  readonly text: string;
  /** The interval of the value, where so few records leave it to chance. */
  readonly note: string | null;
  readonly href: CallsHref | null;
}

/** A week of half hours: a row for each weekday. */
export interface HeatMapModel {
  readonly rows: readonly { readonly weekday: string; readonly cells: readonly HeatCell[] }[];
  /** The hours over the columns, two columns each. */
  readonly hours: readonly string[];
  /** Where each step but the first begins; none where all values are alike. */
  readonly scale: readonly string[];
}
