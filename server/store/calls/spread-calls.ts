import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { newestFirst } from "@/server/domain/calls/call-filter";
import { durationEdges } from "@/server/domain/calls/duration-edges";
import type { CallScope } from "@/server/domain/people/viewer";
import { integerArray } from "@/server/store/arrays";
import { callConditions, type ReadCallFilter } from "@/server/store/calls/call-conditions";
import { orderBy, orderGathered, stretches } from "@/server/store/calls/call-order";
import { leavesFew } from "@/server/store/calls/few-calls";
import { handledCustomers } from "@/server/store/calls/scope";

/** So many of the newest calls are counted, so that it takes no longer however many there are. */
const sampleMax = 20_000;

/** How the calls of a list are spread over what can be chosen. */
interface CallSpread {
  /** The newest calls were counted, and there may be more. */
  readonly isSample: boolean;
  readonly provinces: ReadonlyMap<string, number>;
  /** How many calls lie in each bar of `durationEdges`. */
  readonly wait: readonly number[];
  readonly talk: readonly number[];
  readonly handle: readonly number[];
}

const choosable = ["provinces", "wait", "talk", "handle"] as const;

/** What a choice would find beside the other filters: each is counted without its own. */
export async function spreadCalls(db: Queryable, scope: CallScope, filter: ReadCallFilter) {
  const whole = countSpread(db, scope, filter);
  const [all, ...spreads] = await Promise.all([
    whole,
    ...choosable.map((own) =>
      filter[own] === undefined ? whole : countSpread(db, scope, { ...filter, [own]: undefined }),
    ),
  ]);
  const [provinces = all, wait = all, talk = all, handle = all] = spreads;
  return {
    sampleOf: spreads.some(({ isSample }) => isSample) ? sampleMax : null,
    provinces: Object.fromEntries(provinces.provinces),
    wait: wait.wait,
    talk: talk.talk,
    handle: handle.handle,
  };
}

interface SpreadRow extends Record<string, unknown> {
  readonly of: number;
  readonly province: string | null;
  readonly wait: number | null;
  readonly talk: number | null;
  readonly handle: number | null;
  readonly count: string;
}

async function countSpread(db: Queryable, scope: CallScope, filter: ReadCallFilter): Promise<CallSpread> {
  const [stretch] = stretches(newestFirst);
  if (!stretch) throw new Error("a list has at least one stretch");
  const order = (await leavesFew(db, scope, filter)) ? orderGathered([stretch]) : orderBy(stretch);
  const conditions = callConditions(scope, filter, await handledCustomers(db, scope));
  const rows = await db.execute<SpreadRow>(sql`
    with newest as materialized (
      select ${calls.province} as province, ${barOf(calls.waitedMs)} as wait, ${barOf(calls.talkedMs)} as talk,
        ${barOf(calls.handledMs)} as handle
      from ${calls} where ${conditions} order by ${order} limit ${sampleMax})
    select grouping(province, wait, talk, handle) as of, province, wait, talk, handle, count(*) as count
    from newest group by grouping sets ((province), (wait), (talk), (handle), ())`);
  return readSpread(rows);
}

/** From 0 on; null for a call without the duration. */
function barOf(ms: AnyPgColumn): SQL {
  return sql`width_bucket(${ms}, ${integerArray(durationEdges)}::bigint[]) - 1`;
}

/** The sets as `grouping` numbers them: a bit for each column that a row is not of. */
const sets = { provinces: 0b0111, wait: 0b1011, talk: 0b1101, handle: 0b1110, all: 0b1111 };

function readSpread(rows: readonly SpreadRow[]): CallSpread {
  const bars = (set: number, barOfRow: (row: SpreadRow) => number | null) => {
    const counts = durationEdges.map(() => 0);
    for (const row of rows) {
      const bar = row.of === set ? barOfRow(row) : null;
      if (bar !== null) counts[bar] = Number(row.count);
    }
    return counts;
  };
  const provinces = rows.flatMap(({ of, province, count }): [string, number][] =>
    of === sets.provinces && province !== null ? [[province, Number(count)]] : [],
  );
  const counted = Number(rows.find((row) => row.of === sets.all)?.count ?? 0);
  return {
    isSample: counted === sampleMax,
    provinces: new Map(provinces),
    wait: bars(sets.wait, ({ wait }) => wait),
    talk: bars(sets.talk, ({ talk }) => talk),
    handle: bars(sets.handle, ({ handle }) => handle),
  };
}
