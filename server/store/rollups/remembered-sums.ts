import { LRUCache } from "lru-cache";
import type { Queryable } from "@/drizzle/database";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { TALLY_PARTS } from "@/server/domain/metrics/tally-parts";

/** Cells put together: those of one number and one key. */
export interface CellSum<Kind extends Unit> {
  readonly number: number;
  readonly key: DimensionKey;
  readonly tally: TallyOf<Kind>;
}

/** What was read when the cells had changed so often, and holds good until they change again. */
interface Remembered<Kind extends Unit> {
  readonly changes: number;
  readonly sums: readonly CellSum<Kind>[];
}

type Memory = { readonly [Kind in Unit]: LRUCache<string, Remembered<Kind>> };

/** So many numbers may be remembered of each unit in a process: some 100 MB. */
const NUMBERS_MAX = 12_000_000;
/** What a sum takes beside its histograms, in numbers. */
const NUMBERS_OF_SUM = 50;

const memories = new WeakMap<Queryable, Memory>();

/** Which sums are meant: the same only for the same question. */
export interface SumsAsked<Kind extends Unit> {
  readonly unit: Kind;
  readonly question: string;
  /** How often what they are made of has changed. */
  readonly changes: number;
}

/** The sums as remembered from when their cells had changed so often, or read; undefined is not remembered. */
export async function rememberedSums<Kind extends Unit>(
  db: Queryable,
  { unit, question, changes }: SumsAsked<Kind>,
  read: () => Promise<readonly CellSum<Kind>[] | undefined>,
): Promise<readonly CellSum<Kind>[] | undefined> {
  const memory = memoryOf(db, unit);
  const remembered = memory.get(question);
  if (remembered?.changes === changes) return remembered.sums;
  const sums = await read();
  if (sums !== undefined) memory.set(question, { changes, sums });
  return sums;
}

function memoryOf<Kind extends Unit>(db: Queryable, unit: Kind): LRUCache<string, Remembered<Kind>> {
  let memory = memories.get(db);
  if (memory === undefined) {
    memory = {
      call: newMemory("call"),
      visit: newMemory("visit"),
      offer: newMemory("offer"),
      leg: newMemory("leg"),
    };
    memories.set(db, memory);
  }
  return memory[unit];
}

function newMemory<Kind extends Unit>(unit: Kind): LRUCache<string, Remembered<Kind>> {
  const histograms = Object.values<(tally: TallyOf<Kind>) => LogHistogram>(TALLY_PARTS[unit].histograms);
  const sizeOf = ({ tally }: CellSum<Kind>) =>
    histograms.reduce((size, histogram) => size + 2 * histogram(tally).buckets.length, NUMBERS_OF_SUM);
  return new LRUCache({
    maxSize: NUMBERS_MAX,
    sizeCalculation: ({ sums }) => sums.reduce((size, sum) => size + sizeOf(sum), NUMBERS_OF_SUM),
  });
}
