import type { Queryable } from "@/drizzle/database";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import type { TallyOf } from "@/server/domain/metrics/tally";
import {
  type TalliesByQuestion,
  type TallyQuestion,
  type TallySeriesQuestion,
  type TallySlotsQuestion,
  tallyRows,
  tallyRowsBy,
  tallyRowsSeries,
  tallyRowsSlots,
} from "@/server/store/metrics/row-tallies";
import type { Needs } from "@/server/store/rollups/read-sums";
import {
  tallyRollup,
  tallyRollupBy,
  tallyRollupSeries,
  tallyRollupSlots,
} from "@/server/store/rollups/rollup-tallies";

// What dashboards read their figures from: the rollups where they have the answer, otherwise the rows.

interface Reading<Kind extends Unit> {
  /** Whoever shows no quantiles, or those of one duration only, spares reading the other histograms. */
  readonly needs?: Needs<Kind>;
}

/** The tally of a period. */
export async function readTally<Kind extends Unit>(
  db: Queryable,
  { needs = "distributions", ...question }: TallyQuestion<Kind> & Reading<Kind>,
): Promise<TallyOf<Kind>> {
  return (await tallyRollup(db, question, needs)) ?? (await tallyRows(db, question));
}

/** A tally for each value of a dimension that occurs; null for the records without one. */
export async function readTalliesBy<Kind extends Unit>(
  db: Queryable,
  { needs = "distributions", ...question }: TalliesByQuestion<Kind> & Reading<Kind>,
): Promise<Map<DimensionKey, TallyOf<Kind>>> {
  return (await tallyRollupBy(db, question, needs)) ?? (await tallyRowsBy(db, question));
}

/** A tally for each interval between two boundaries. */
export async function readTallySeries<Kind extends Unit>(
  db: Queryable,
  { needs = "distributions", ...question }: TallySeriesQuestion<Kind> & Reading<Kind>,
): Promise<TallyOf<Kind>[]> {
  return (await tallyRollupSeries(db, question, needs)) ?? (await tallyRowsSeries(db, question));
}

/** A tally for each of the 336 half hours of the week, Monday midnight first. */
export async function readTallySlots<Kind extends Unit>(
  db: Queryable,
  { needs = "distributions", ...question }: TallySlotsQuestion<Kind> & Reading<Kind>,
): Promise<TallyOf<Kind>[]> {
  return (await tallyRollupSlots(db, question, needs)) ?? (await tallyRowsSlots(db, question));
}
