import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type CoverSpan, periodCover } from "@/server/domain/metrics/time/period-cover";
import { ROLLUP_GRAINS } from "@/server/store/presence/presence-rollup";

export interface FreeIdleQuestion {
  readonly from: Instant;
  readonly until: Instant;
  /** A period still open counts until then. */
  readonly now: Instant;
  /** Everybody, if left out. */
  readonly agentIds?: readonly UserId[] | undefined;
}

/**
 * How many milliseconds each agent was free while idle within [from, until): the twin of
 * `freeIdleWithin`. An agent of whose presence nothing is recorded in that time is not in the answer.
 */
export async function readFreeIdle(db: Queryable, question: FreeIdleQuestion): Promise<Map<UserId, number>> {
  const { from, until } = question;
  if (from >= until) return new Map();
  const parts = [...periodCover(from, until, ROLLUP_GRAINS).map(partOf), openPart(question)];
  const rows = await db.execute<{ agentId: UserId; ms: string }>(sql`
    with part (agent_id, ms) as (${sql.join(parts, sql` union all `)}),
    free_idle as (select agent_id, sum(ms) as ms from part group by agent_id)
    select user_id as "agentId", coalesce(ms, 0)::bigint as ms
    from app_user
    cross join lateral (
      select ended_at from presence_period
      where agent_id = user_id and started_at < ${timestamp(until)}
      order by started_at desc limit 1) as last_known
    left join free_idle on agent_id = user_id
    where (ended_at is null or ended_at > ${timestamp(from)}) ${amongThem(question)}`);
  return new Map(rows.map(({ agentId, ms }) => [agentId, Number(ms)]));
}

/** What is known of a span from sums, or where it is finer than they are from the periods themselves. */
function partOf({ grain, from, until }: CoverSpan): SQL {
  const [start, end] = [timestamp(from), timestamp(until)];
  if (grain !== "rows") {
    return sql`
      select agent_id, free_idle_ms as ms from presence_rollup
      where grain = ${grain} and at >= ${start} and at < ${end}`;
  }
  return sql`
    select agent_id, ${milliseconds(sql`least(ended_at, ${end}) - greatest(started_at, ${start})`)}
    from presence_period
    where tstzrange(started_at, ended_at) && tstzrange(${start}, ${end})
      and status = 'idle' and state = 'free' and ended_at is not null`;
}

/** The sums know of ended periods only. */
function openPart({ from, until, now }: FreeIdleQuestion): SQL {
  const end = timestamp(Math.min(until, now));
  return sql`
    select agent_id, greatest(0, ${milliseconds(sql`${end} - greatest(started_at, ${timestamp(from)})`)})
    from presence_period
    where ended_at is null and status = 'idle' and state = 'free'`;
}

function amongThem({ agentIds }: FreeIdleQuestion): SQL {
  if (agentIds === undefined) return sql``;
  const ids = sql`jsonb_array_elements_text(${JSON.stringify(agentIds)}::text::jsonb)`;
  return sql`and user_id = any (array(select value::uuid from ${ids}))`;
}

function milliseconds(interval: SQL): SQL {
  return sql`(extract(epoch from ${interval}) * 1000)::bigint`;
}

function timestamp(at: Instant): SQL {
  return sql`${new Date(at).toISOString()}::timestamptz`;
}
