import { sql } from "drizzle-orm";

/** The sums of presence as its periods give them: two parts of a `with`, of which `expected` has the cells. */
export const presenceSums = sql`
  by_hour as materialized (
    select agent_id, hour as at, sum(extract(epoch from
      least(ended_at, hour + interval '1 hour') - greatest(started_at, hour)) * 1000)::bigint as ms
    from presence_period, generate_series(
      date_trunc('hour', started_at, 'UTC'), ended_at - interval '1 millisecond', interval '1 hour') as hour
    where status = 'idle' and state = 'free' and ended_at is not null
    group by agent_id, hour),
  expected (grain, at, agent_id, free_idle_ms) as materialized (
    select 'hour', at, agent_id, ms from by_hour
    union all
    select grain, date_trunc(grain, at, 'UTC'), agent_id, sum(ms)::bigint
    from by_hour, unnest(array['day', 'month']) as grain
    group by 1, 2, 3)`;
