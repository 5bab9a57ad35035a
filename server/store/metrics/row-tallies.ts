import { and, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";
import type { FigureFilter, Unit } from "@/server/domain/metrics/cohort";
import type { Dimension } from "@/server/domain/metrics/dimension";
import { keysAsked } from "@/server/domain/metrics/dimension-keys";
import type { Tallies, TallyOf } from "@/server/domain/metrics/tally";
import { SLOT_COUNT } from "@/server/domain/metrics/time/week-slots";
import { bucketOfMs } from "@/server/store/metrics/bucket-of-ms";
import { callMarking } from "@/server/store/metrics/call-marks";
import { legMarking } from "@/server/store/metrics/leg-marks";
import { type Marking, Marks } from "@/server/store/metrics/marks";
import { offerMarking } from "@/server/store/metrics/offer-marks";
import {
  anchoredIn,
  asksForCall,
  isUnder,
  meets,
  type Period,
  recordsFrom,
} from "@/server/store/metrics/record-conditions";
import { propertyOf, rowsOf } from "@/server/store/metrics/record-properties";
import { SOURCES } from "@/server/store/metrics/record-source";
import { visitMarking } from "@/server/store/metrics/visit-marks";
import { slotOf } from "@/server/store/metrics/week-slot";

// The SQL twins of server/domain/metrics/tally-*.ts: tallies counted from the rows, exactly equal to those
// that the domain counts from the same records in memory.

export interface TallyQuestion<Kind extends Unit> extends Period {
  readonly unit: Kind;
  readonly filter: FigureFilter;
}

export interface TalliesByQuestion<Kind extends Unit> extends TallyQuestion<Kind> {
  readonly by: Dimension;
}

export interface TallySeriesQuestion<Kind extends Unit> {
  readonly unit: Kind;
  readonly filter: FigureFilter;
  /** Ascending: each interval reaches from one to below the next. */
  readonly boundaries: readonly Instant[];
}

export interface TallySlotsQuestion<Kind extends Unit> extends TallyQuestion<Kind> {
  readonly timeZone: string;
}

const markings: { readonly [Kind in Unit]: Marking<Tallies[Kind]> } = {
  call: callMarking,
  visit: visitMarking,
  offer: offerMarking,
  leg: legMarking,
};

export async function tallyRows<Kind extends Unit>(
  db: Queryable,
  question: TallyQuestion<Kind>,
): Promise<TallyOf<Kind>> {
  const marks = await countMarks(db, question, { value: sql`''` });
  return markings[question.unit].tally(marks.get("") ?? new Marks());
}

/**
 * By the keys of a dimension that occur; null for the records without one. A call counts under each of its
 * groups and agents, but where the filter asks for some of them, under these alone.
 */
export async function tallyRowsBy<Kind extends Unit>(
  db: Queryable,
  question: TalliesByQuestion<Kind>,
): Promise<Map<string | null, TallyOf<Kind>>> {
  const { unit, by } = question;
  const property = propertyOf(unit, by);
  const asked = keysAsked(question.filter, by);
  const marks = await countMarks(db, question, {
    value: property.value,
    needs: property.needs,
    rows: rowsOf(property),
    where: asked && isUnder(property, asked),
  });
  return new Map([...marks].map(([key, ofKey]) => [key, markings[unit].tally(ofKey)]));
}

/** One tally for each interval between two boundaries. */
export async function tallyRowsSeries<Kind extends Unit>(
  db: Queryable,
  { unit, filter, boundaries }: TallySeriesQuestion<Kind>,
): Promise<TallyOf<Kind>[]> {
  const [from, until] = [boundaries[0], boundaries.at(-1)];
  if (from === undefined || until === undefined) return [];
  const { anchor } = SOURCES[unit];
  const ends = arrayOf(boundaries.map((at) => new Date(at).toISOString()));
  const marks = await countMarks(
    db,
    { unit, filter, from, until },
    {
      value: sql`width_bucket(${anchor}, ${ends}::timestamptz[]) - 1`,
    },
  );
  return numbered(boundaries.length - 1).map((index) =>
    markings[unit].tally(marks.get(index) ?? new Marks()),
  );
}

/** One tally for each half hour of the week on the clocks of a time zone, Monday midnight first. */
export async function tallyRowsSlots<Kind extends Unit>(
  db: Queryable,
  { timeZone, ...question }: TallySlotsQuestion<Kind>,
): Promise<TallyOf<Kind>[]> {
  const { unit } = question;
  const marks = await countMarks(db, question, { value: slotOf(SOURCES[unit].anchor, timeZone) });
  return numbered(SLOT_COUNT).map((index) => markings[unit].tally(marks.get(index) ?? new Marks()));
}

interface Key {
  readonly value: SQL;
  readonly needs?: "nothing" | "call";
  readonly rows?: SQL;
  readonly where?: SQL | undefined;
}

/** The marks of the records that are asked for, by the text of a key. */
async function countMarks(
  db: Queryable,
  { unit, filter, ...period }: TallyQuestion<Unit>,
  key: Key,
): Promise<Map<string | null, Marks>> {
  const records = recordsFrom(unit, key.needs === "call" || asksForCall(unit, filter));
  const rows = await db.execute<{
    key: string | null;
    name: string;
    bucket: number | null;
    count: string;
    sum: string | null;
  }>(sql`
    select (${key.value})::text as key, mark.name, ${bucketOfMs(sql`mark.ms`)} as bucket,
      count(*) as count, sum(mark.ms) as sum
    from ${records} ${key.rows ?? sql``} cross join lateral ${markings[unit].marks} as mark (name, ms)
    where ${and(anchoredIn(unit, period), meets(unit, filter), key.where)}
    group by 1, 2, 3`);
  const byKey = new Map<string | null, Marks>();
  for (const { key: ofRow, name, bucket, count, sum } of rows) {
    const marks = byKey.get(ofRow) ?? new Marks();
    byKey.set(ofRow, marks);
    marks.add({ name, bucket, count: Number(count), sumMs: Number(sum ?? 0) });
  }
  return byKey;
}

function numbered(count: number): string[] {
  return Array.from({ length: Math.max(count, 0) }, (_, index) => String(index));
}

/** As PostgreSQL writes an array. */
function arrayOf(items: readonly (string | number)[]): string {
  return `{${items.join(",")}}`;
}
