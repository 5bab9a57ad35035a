import type { DashboardHref, TableModel } from "@/app/_charts/chart-models";
import type { FigureWords } from "@/app/_charts/figure-words";
import { type LegsOf, rowHref } from "@/app/_charts/prepare-duration";
import {
  prepareQuantileTable,
  type QuantileRow,
  type QuantileTableNames,
} from "@/app/_charts/prepare-quantile-table";
import type { Dimension } from "@/server/domain/metrics/dimension";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import type { DurationSpread } from "@/server/domain/metrics/duration-spread";
import type { HandlePart } from "@/server/domain/metrics/handle-time";

interface BreakdownRow {
  readonly key: DimensionKey;
  /** Null where only what is compared has such legs. */
  readonly spread: DurationSpread | null;
  readonly compared: DurationSpread | null;
}

interface BreakdownSide {
  readonly legs: LegsOf;
  /** So many legs in all rows and beyond them: shares are parts of these. */
  readonly n: number;
}

export interface BreakdownInput {
  readonly rows: readonly BreakdownRow[];
  readonly part: HandlePart;
  readonly by: Dimension;
  readonly own: BreakdownSide;
  readonly compared:
    | (BreakdownSide & {
        readonly with: "previous" | "period" | "groups" | "agents";
        /** Heads the compared medians. */
        readonly name: string;
      })
    | null;
  readonly names: Omit<QuantileTableNames, "compared">;
  readonly nameOf: (key: DimensionKey) => string;
  readonly narrowHref: (key: DimensionKey) => DashboardHref | null;
  readonly words: FigureWords;
}

/** Groups that stand beside groups are rows of one table, as agents beside agents. */
const ownRows = { groups: "skillGroup", agents: "agent", previous: null, period: null } as const;

/** Durations by a property of their legs, each row beside the same of what is compared. */
export function prepareBreakdown(input: BreakdownInput): TableModel {
  const { rows, by, part, own, compared, names, nameOf, narrowHref, words } = input;
  const areRowsOfTheirOwn = compared !== null && ownRows[compared.with] === by;
  const printed = rows.map(({ key, spread, compared: other }): QuantileRow => {
    const sideOf = ({ legs, n }: BreakdownSide, figures: DurationSpread | null) => ({
      spread: figures,
      total: n,
      href: rowHref(legs, part, { by, key }),
    });
    const row = { key: key ?? "", name: nameOf(key), narrowHref: narrowHref(key) };
    if (areRowsOfTheirOwn && spread === null) return { ...row, ...sideOf(compared, other), compared: null };
    return { ...row, ...sideOf(own, spread), compared: compared && sideOf(compared, other) };
  });
  const heading = compared === null || areRowsOfTheirOwn ? null : compared.name;
  return prepareQuantileTable({ rows: printed, names: { ...names, compared: heading }, words });
}
