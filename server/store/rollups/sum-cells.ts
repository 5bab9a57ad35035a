import type { Queryable } from "@/drizzle/database";
import type { Unit } from "@/server/domain/metrics/cohort";
import { addTallies } from "@/server/domain/metrics/tally-facts";
import { type CoverSpan, splitCover } from "@/server/domain/metrics/time/period-cover";
import { readCellChanges } from "@/server/store/rollups/cell-changes";
import { type CellGrouping, type CellSelection, readSums } from "@/server/store/rollups/read-sums";
import { type CellSum, rememberedSums } from "@/server/store/rollups/remembered-sums";

/** Calls of the day before may still change, a little after midnight. */
const RECENT_MS = 86_400_000;

/**
 * Undefined when the cells do not have the answer: not all calls are counted yet, or a key is kept as a digest.
 * What lies longer ago than yesterday is remembered apart from the rest, which changes with every call.
 */
export async function sumCells<Kind extends Unit>(
  db: Queryable,
  selection: CellSelection<Kind>,
  grouping: CellGrouping,
): Promise<readonly CellSum<Kind>[] | undefined> {
  const changes = await readCellChanges(db);
  if (!changes.isComplete) return undefined;
  const [over, recent] = splitCover(selection.spans, (changes.latestDay ?? 0) - RECENT_MS);
  const sumsOf = (spans: readonly CoverSpan[], read: () => ReturnType<typeof sumCells<Kind>>) =>
    rememberedSums(
      db,
      {
        unit: selection.unit,
        question: questionOf({ ...selection, spans }, grouping),
        changes: changes.of(spans),
      },
      read,
    );
  const read = (spans: readonly CoverSpan[]) =>
    sumsOf(spans, () => readSums(db, { ...selection, spans }, grouping));
  if (over.length === 0 || recent.length === 0) return await read(selection.spans);
  return await sumsOf(selection.spans, async () => {
    const [older, newer] = await Promise.all([read(over), read(recent)]);
    return older && newer && putTogether(selection.unit, older, newer);
  });
}

function questionOf<Kind extends Unit>(
  { plan, spans, needs }: CellSelection<Kind>,
  { numbered, by }: CellGrouping,
): string {
  return JSON.stringify([plan, spans, needs, numbered, by]);
}

function putTogether<Kind extends Unit>(
  unit: Kind,
  older: readonly CellSum<Kind>[],
  newer: readonly CellSum<Kind>[],
): readonly CellSum<Kind>[] {
  const sums = new Map(older.map((sum) => [placeOf(sum), sum]));
  for (const sum of newer) {
    const before = sums.get(placeOf(sum));
    sums.set(placeOf(sum), before ? { ...sum, tally: addTallies(unit, before.tally, sum.tally) } : sum);
  }
  return [...sums.values()];
}

function placeOf({ number, key }: CellSum<Unit>): string {
  return JSON.stringify([number, key]);
}
