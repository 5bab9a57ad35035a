import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";
import { grainsOf, PART_END } from "@/server/domain/metrics/rollup-dimension";
import type { TallyOf } from "@/server/domain/metrics/tally";
import { addTallies, emptyTally } from "@/server/domain/metrics/tally-facts";
import { type CoverSpan, type Grain, periodCover } from "@/server/domain/metrics/time/period-cover";
import { slotCover } from "@/server/domain/metrics/time/slot-cover";
import { SLOT_COUNT } from "@/server/domain/metrics/time/week-slots";
import { zoneOffsets } from "@/server/domain/metrics/time/zone-offsets";
import { instantArray } from "@/server/store/arrays";
import {
  type TalliesByQuestion,
  type TallyQuestion,
  type TallySeriesQuestion,
  type TallySlotsQuestion,
  tallyRows,
  tallyRowsSlots,
} from "@/server/store/metrics/row-tallies";
import { slotOf } from "@/server/store/metrics/week-slot";
import type { Needs } from "@/server/store/rollups/read-sums";
import { restTallies } from "@/server/store/rollups/rest-tallies";
import { type RollupPlan, rollupPlan } from "@/server/store/rollups/rollup-plan";
import { sumCells } from "@/server/store/rollups/sum-cells";

// The same tallies as those of the rows, from some hundred cells. Undefined is the answer to a question
// that cells cannot answer, or not much faster than the rows.

/** Beginning and end of a period may cut through the finest cells: what is cut off is read from the rows. */
const RESTS_MAX = 2;
const QUARTER_MS = 900_000;

export async function tallyRollup<Kind extends Unit>(
  db: Queryable,
  { from, until, ...question }: TallyQuestion<Kind>,
  needs: Needs<Kind>,
): Promise<TallyOf<Kind> | undefined> {
  const series = await tallyRollupSeries(db, { ...question, boundaries: [from, until] }, needs);
  return series?.[0];
}

export async function tallyRollupBy<Kind extends Unit>(
  db: Queryable,
  question: TalliesByQuestion<Kind>,
  needs: Needs<Kind>,
): Promise<Map<DimensionKey, TallyOf<Kind>> | undefined> {
  const { unit, filter, by, from, until } = question;
  const plan = rollupPlan(unit, filter, by);
  if (plan === undefined) return undefined;
  const { spans, rests } = coverOf([from, until], grainsOf(plan.dimension));
  const sums = await sumCells(db, { unit, plan, spans, needs }, { number: sql`0`, numbered: "together", by });
  if (sums === undefined) return undefined;
  const tallies = new Map<DimensionKey, TallyOf<Kind>>();
  const add = (key: DimensionKey, tally: TallyOf<Kind>) =>
    void tallies.set(key, addTallies(unit, tallies.get(key) ?? emptyTally(unit), tally));
  for (const { key, tally } of sums) for (const one of keysOfSum(plan, key)) add(one, tally);
  for (const { period } of rests) {
    for (const [key, tally] of await restTallies(db, { ...question, ...period })) add(key, tally);
  }
  return tallies;
}

/** The asked ones of the keys that a sum is of. */
function keysOfSum({ parts: [part] }: RollupPlan, key: DimensionKey): readonly DimensionKey[] {
  if (!part?.isListed || key === null) return [key];
  return key.split(PART_END).filter((one) => part.keys === undefined || part.keys.includes(one));
}

export async function tallyRollupSeries<Kind extends Unit>(
  db: Queryable,
  { unit, filter, boundaries }: TallySeriesQuestion<Kind>,
  needs: Needs<Kind>,
): Promise<TallyOf<Kind>[] | undefined> {
  const plan = rollupPlan(unit, filter);
  if (plan === undefined) return undefined;
  const { spans, rests } = coverOf(boundaries, grainsOf(plan.dimension));
  if (rests.length > RESTS_MAX) return undefined;
  const number = sql`width_bucket(cell.at, ${instantArray(boundaries)}) - 1`;
  const sums = await sumCells(db, { unit, plan, spans, needs }, { number, numbered: boundaries.join() });
  if (sums === undefined) return undefined;
  const tallies = emptyTallies(unit, boundaries.length - 1);
  for (const sum of sums) tallies[sum.number] = sum.tally;
  for (const { interval, period } of rests) {
    const tally = await tallyRows(db, { unit, filter, ...period });
    tallies[interval] = addTallies(unit, tallies[interval] ?? emptyTally(unit), tally);
  }
  return tallies;
}

export async function tallyRollupSlots<Kind extends Unit>(
  db: Queryable,
  question: TallySlotsQuestion<Kind>,
  needs: Needs<Kind>,
): Promise<TallyOf<Kind>[] | undefined> {
  const { unit, filter, from, until, timeZone } = question;
  const plan = rollupPlan(unit, filter);
  if (plan === undefined || !grainsOf(plan.dimension).includes("quarter")) return undefined;
  // Long ago clocks were off by minutes and seconds.
  const clocks = zoneOffsets(from, until, timeZone);
  if (clocks.some(({ offsetMs }) => offsetMs % QUARTER_MS !== 0)) return undefined;
  const cover = slotCover(clocks);
  const spans = cover.filter(({ grain }) => grain !== "rows");
  const rests = cover.filter(({ grain }) => grain === "rows");
  const number = slotOf(sql`cell.at`, timeZone);
  const sums = await sumCells(db, { unit, plan, spans, needs }, { number, numbered: timeZone });
  if (sums === undefined) return undefined;
  const tallies = emptyTallies(unit, SLOT_COUNT);
  for (const sum of sums) tallies[sum.number] = sum.tally;
  for (const { from: begin, until: end } of rests) {
    const rest = await tallyRowsSlots(db, { ...question, from: begin, until: end });
    for (const [slot, tally] of rest.entries()) {
      tallies[slot] = addTallies(unit, tallies[slot] ?? emptyTally(unit), tally);
    }
  }
  return tallies;
}

function emptyTallies<Kind extends Unit>(unit: Kind, count: number): TallyOf<Kind>[] {
  return Array.from({ length: Math.max(count, 0) }, () => emptyTally(unit));
}

interface Cover {
  readonly spans: readonly CoverSpan[];
  readonly rests: readonly Rest[];
}

interface Rest {
  readonly interval: number;
  readonly period: { readonly from: Instant; readonly until: Instant };
}

/** The cells of all intervals, neighbours of one grain in one span, and what no cell holds. */
function coverOf(boundaries: readonly Instant[], grains: readonly Grain[]): Cover {
  const spans: CoverSpan[] = [];
  const rests: Rest[] = [];
  for (const [interval, from] of boundaries.slice(0, -1).entries()) {
    for (const span of periodCover(from, boundaries[interval + 1] ?? from, grains)) {
      const last = spans.at(-1);
      if (span.grain === "rows") rests.push({ interval, period: { from: span.from, until: span.until } });
      else if (last?.grain === span.grain && last.until === span.from) {
        spans.splice(-1, 1, { ...last, until: span.until });
      } else spans.push(span);
    }
  }
  return { spans, rests };
}
