import type { Queryable } from "@/drizzle/database";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { bucketStart } from "@/server/domain/metrics/time/period-cover";
import { type TalliesByQuestion, tallyRowsBy } from "@/server/store/metrics/row-tallies";
import { readCellChanges } from "@/server/store/rollups/cell-changes";
import { type CellSum, rememberedSums } from "@/server/store/rollups/remembered-sums";

/**
 * What lies between the ends of a period and its first and last cells, counted from the rows. It is remembered
 * as cells are, but where it cuts through a quarter of an hour: within one a record may move and no cell change.
 */
export async function restTallies<Kind extends Unit>(
  db: Queryable,
  rest: TalliesByQuestion<Kind>,
): Promise<ReadonlyMap<DimensionKey, TallyOf<Kind>>> {
  const { unit, filter, by, from, until } = rest;
  if ([from, until].some((at) => bucketStart("quarter", at) !== at)) return await tallyRowsBy(db, rest);
  const changes = (await readCellChanges(db)).of([{ grain: "rows", from, until }]);
  const asked = { unit, question: JSON.stringify(["rows", filter, by, from, until]), changes };
  const sums = await rememberedSums(db, asked, async () =>
    [...(await tallyRowsBy(db, rest))].map(([key, tally]): CellSum<Kind> => ({ number: 0, key, tally })),
  );
  return new Map(sums?.map(({ key, tally }) => [key, tally]));
}
