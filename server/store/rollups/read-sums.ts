import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { emptyHistogram, type LogHistogram } from "@/server/domain/metrics/log-histogram";
import { PART_END } from "@/server/domain/metrics/rollup-dimension";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { type DistributionOf, TALLY_PARTS } from "@/server/domain/metrics/tally-parts";
import type { CoverSpan } from "@/server/domain/metrics/time/period-cover";
import { instantArray, textArray } from "@/server/store/arrays";
import { cellKey, DIGEST, keyOfCell, VALUE } from "@/server/store/rollups/cell-key";
import { CELL_TABLES, columnOf } from "@/server/store/rollups/cell-tables";
import { isComplete } from "@/server/store/rollups/counted-calls";
import { readHistograms } from "@/server/store/rollups/histogram-text";
import type { CellSum } from "@/server/store/rollups/remembered-sums";
import type { RollupPlan } from "@/server/store/rollups/rollup-plan";

/** Which histograms to read; the others are left empty. They are most of what there is to read. */
export type Needs<Kind extends Unit> = "counts" | "distributions" | readonly DistributionOf<TallyOf<Kind>>[];

export interface CellSelection<Kind extends Unit> {
  readonly unit: Kind;
  readonly plan: RollupPlan;
  readonly spans: readonly CoverSpan[];
  readonly needs: Needs<Kind>;
}

/** How cells are put together: by a number that is worked out of `cell.at`, and by the keys of a dimension. */
export interface CellGrouping {
  readonly number: SQL;
  /** What the number tells apart: the same for two groupings only if their numbers are. */
  readonly numbered: string;
  readonly by?: Dimension;
}

interface SumRow extends Record<string, unknown> {
  readonly isComplete: boolean;
  readonly number: number | null;
  readonly key: string | null;
}

/** Undefined when the cells do not have the answer: not all calls are counted yet, or a key is kept as a digest. */
export async function readSums<Kind extends Unit>(
  db: Queryable,
  selection: CellSelection<Kind>,
  grouping: CellGrouping,
): Promise<CellSum<Kind>[] | undefined> {
  const rows = await db.execute<SumRow>(sql`
    select progress.is_complete as "isComplete", total.*
    from (select ${isComplete} as is_complete) progress
    left join (${totals(selection, grouping)}) total on progress.is_complete`);
  const sums: CellSum<Kind>[] = [];
  for (const row of rows) {
    if (!row.isComplete) return undefined;
    if (row.number === null || row.key === null) continue;
    const key = keyOfCell(row.key);
    if (key === undefined) return undefined;
    sums.push({ number: row.number, key, tally: tallyOfRow(selection.unit, row) });
  }
  return sums;
}

// Each span looks up its own cells, however many there are; OFFSET keeps it that way.
function totals<Kind extends Unit>(
  { unit, plan, spans, needs }: CellSelection<Kind>,
  { number, by }: CellGrouping,
): SQL {
  const { name, counts, histograms } = CELL_TABLES[unit];
  const needed = histogramsNeeded(histograms, needs);
  const sums = [...counts.map(sumOfCounts), ...needed.map(sumOfHistograms)];
  const columns = ["at", "key", ...counts, ...needed].map((column) => sql.identifier(column));
  return sql`
    select ${number} as number, ${keyOfSum(plan, by)} as key, ${sql.join(sums, sql`, `)}
    from unnest(${textArray(spans.map(({ grain }) => grain))}, ${instantArray(spans.map(({ from }) => from))},
      ${instantArray(spans.map(({ until }) => until))}) as span (grain, "from", until)
    cross join lateral (
      select ${sql.join(columns, sql`, `)} from ${sql.identifier(name)} kept
      where kept.dimension = ${plan.dimension} and kept.grain = span.grain
        and kept.at >= span."from" and kept.at < span.until ${keysAsked(plan)}
      offset 0) cell
    group by 1, 2`;
}

function keysAsked({ parts }: RollupPlan): SQL {
  const key = sql`kept.key`;
  const asked = parts.map(({ dimension, keys, isListed }) => {
    if (keys === undefined) return sql``;
    const wanted = textArray(keys.map(cellKey));
    const isAsked = sql`${keyOf(parts, dimension, key)} = any (${wanted})`;
    return isListed
      ? sql`and (${isAsked} or ${keysOfList(key)} && ${wanted} or ${isDigest(key)})`
      : sql`and ${isAsked}`;
  });
  return sql.join(asked, sql` `);
}

/** The keys of a list, each as `cellKey` would write it. */
function keysOfList(key: SQL): SQL {
  const apart = sql`replace(${key}, ${PART_END}::text, ${PART_END + VALUE}::text)`;
  return sql`string_to_array(${apart}, ${PART_END}::text)`;
}

/** By what sums are kept apart; a list that is not known spoils them, and has to be seen. */
function keyOfSum({ parts }: RollupPlan, by: Dimension | undefined): SQL {
  const key = sql`cell.key`;
  if (by !== undefined) return keyOf(parts, by, key);
  return parts.some(({ isListed }) => isListed)
    ? sql`case when ${isDigest(key)} then ${key} else '' end`
    : sql`''`;
}

function isDigest(key: SQL): SQL {
  return sql`starts_with(${key}, ${DIGEST}::text)`;
}

/** What a cell's key says of one dimension, as `cellKey` would write it. */
function keyOf(parts: RollupPlan["parts"], dimension: Dimension, key: SQL): SQL {
  if (parts.length === 1) return key;
  const place = parts.findIndex((part) => part.dimension === dimension) + 1;
  const part = sql`split_part(substr(${key}, ${VALUE.length + 1}::int), ${PART_END}::text, ${place}::int)`;
  return sql`coalesce(${VALUE}::text || nullif(${part}, ''), '')`;
}

function histogramsNeeded(
  histograms: readonly string[],
  needs: "counts" | "distributions" | readonly string[],
): readonly string[] {
  if (needs === "counts") return [];
  return needs === "distributions" ? histograms : [...new Set(needs.map(columnOf))];
}

function sumOfCounts(column: string): SQL {
  const name = sql.identifier(column);
  return sql`sum(cell.${name}::float8) as ${name}`;
}

function sumOfHistograms(column: string): SQL {
  const name = sql.identifier(column);
  return sql`string_agg(cell.${name}, '') as ${name}`;
}

function tallyOfRow<Kind extends Unit>(unit: Kind, row: SumRow): TallyOf<Kind> {
  const count = (name: string): number => Number(row[columnOf(name)] ?? 0);
  const histogram = (name: string): LogHistogram => {
    const text = row[columnOf(name)];
    return typeof text === "string" ? readHistograms(text) : emptyHistogram();
  };
  return TALLY_PARTS[unit].tally(count, histogram);
}
