import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type Page, type Shown, timeZone } from "@/bench/dashboards/pages";
import type { Database } from "@/drizzle/database";
import { calls, keyPresses, legs, queueVisits } from "@/drizzle/schema/calls";
import { presencePeriods } from "@/drizzle/schema/presence";
import { instantArray } from "@/server/store/arrays";
import { slotOf } from "@/server/store/metrics/week-slot";

// The figures of the pages as one would write them without rollups: counts and `percentile_cont` over the
// rows. Kindly: only the shown period, not the one before that it is set beside, and each figure once.

const SHARES = sql`'{0.5,0.75,0.9,0.95}'::float8[]`;

type Cut = (anchor: AnyPgColumn, shown: Shown) => SQL;

const whole: Cut = () => sql`0`;
const byInterval: Cut = (anchor, { period }) =>
  sql`width_bucket(${anchor}, ${instantArray(period.boundaries)})`;
const bySlot: Cut = (anchor) => slotOf(anchor, timeZone);

/** The statements that say what a page says, of each of the two things that it sets side by side. */
function plainStatements({ beside, ...page }: Page): SQL[] {
  return beside ? [...ofOne(page), ...ofOne({ ...page, filter: beside })] : ofOne(page);
}

function ofOne(page: Page): SQL[] {
  switch (page.kind) {
    case "overview":
      return [
        countCalls(page, byInterval),
        countVisits(page, byInterval),
        countVisits(page, () => sql`${queueVisits.skillGroupId}::text`),
        countLegs(page, whole),
      ];
    case "duration":
      return [
        countLegs(page, whole),
        countVisits(page, whole),
        countLegs(page, byInterval),
        countLegs(page, bySlot),
        countLegs(page, () => propertyOfLeg(page.by)),
      ];
    case "waiting":
      return [countVisits(page, () => sql`${queueVisits.skillGroupId}::text`), countVisits(page, whole)];
    case "agents":
      return [
        countLegs(page, whole),
        countOffers(page, whole),
        countLegs(page, () => sql`${legs.agentId}::text`),
        countOffers(page, () => sql`${legs.agentId}::text`),
        sumFreeIdle(page),
      ];
    case "ivr":
      return [
        countIvr(page, sql`0`),
        countIvr(page, sql`${calls.keyTrack}`),
        countIvr(page, lastNode),
        countIvr(page, sql`${calls.verification}`),
      ];
    case "overflow paths":
      return [countOverflows(page)];
    case "own":
      return [countLegs(page, whole), countOffers(page, whole), countLegs(page, byInterval)];
  }
}

/** Runs them one after the other. */
export async function readPlainly(db: Database, page: Page): Promise<void> {
  for (const statement of plainStatements(page)) await db.execute(statement);
}

function propertyOfLeg(by: Shown["by"]): SQL {
  const ofCall = {
    direction: calls.direction,
    province: calls.province,
    outcome: calls.outcome,
    path: calls.keyTrack,
    verification: calls.verification,
  };
  if (by === "skillGroup") return sql`${legs.skillGroupId}::text`;
  if (by === "agent") return sql`${legs.agentId}::text`;
  return sql`(select ${ofCall[by]} from ${calls} where ${calls.callId} = ${legs.callId})`;
}

function within(anchor: AnyPgColumn, { period: { from, until } }: Shown): SQL {
  return sql`${anchor} >= ${sql.param(from, anchor)} and ${anchor} < ${sql.param(until, anchor)}`;
}

function groupsOf({ filter }: Shown): SQL | undefined {
  const groups = filter.skillGroupIds?.filter((group) => group !== null);
  return groups && sql`${`{${groups.join(",")}}`}::uuid[]`;
}

function ofGroup(column: AnyPgColumn, shown: Shown): SQL {
  const groups = groupsOf(shown);
  return groups ? sql`and ${column} = any (${groups})` : sql``;
}

function callsOf(shown: Shown): SQL {
  const groups = groupsOf(shown);
  return sql`from ${calls} where ${within(calls.startedAt, shown)} and ${calls.outcome} <> 'phantom'
    ${groups ? sql`and ${calls.skillGroupIds} && ${groups}` : sql``}`;
}

function countCalls(shown: Shown, cut: Cut): SQL {
  return sql`select ${cut(calls.startedAt, shown)} as cut, count(*) ${callsOf(shown)} group by 1`;
}

const lastNode = sql`(select ${keyPresses.node} from ${keyPresses} where ${keyPresses.callId} = ${calls.callId}
  order by ${keyPresses.ordinal} desc limit 1)`;

function countIvr(shown: Shown, cut: SQL): SQL {
  return sql`
    select ${cut} as cut, count(*), count(*) filter (where ${calls.outcome} = 'left_in_ivr'),
      count(*) filter (where ${calls.outcome} = 'answered'), avg(${calls.ivrMs}),
      percentile_cont(${SHARES}) within group (order by ${calls.ivrMs})
    ${callsOf(shown)} and ${calls.ivrMs} > 0 group by 1`;
}

function countOverflows(shown: Shown): SQL {
  const next = sql`(select next_visit.skill_group_id from ${queueVisits} as next_visit
    where next_visit.call_id = ${queueVisits.callId} and next_visit.ordinal = ${queueVisits.ordinal} + 1)`;
  return sql`
    select ${queueVisits.skillGroupId} as "from", ${next} as "to", count(*), avg(${queueVisits.waitMs}),
      percentile_cont(${SHARES}) within group (order by ${queueVisits.waitMs})
    from ${queueVisits} where ${within(queueVisits.enteredAt, shown)} and ${queueVisits.outcome} = 'overflowed'
      ${ofGroup(queueVisits.skillGroupId, shown)} group by 1, 2`;
}

/** How long each agent was free while idle, of all groups together. */
function sumFreeIdle({ period: { from, until } }: Shown): SQL {
  const { agentId, startedAt, endedAt, status, state } = presencePeriods;
  const [begin, end] = [sql.param(from, startedAt), sql.param(until, startedAt)];
  return sql`
    select ${agentId}, sum(least(${endedAt}, ${end}) - greatest(${startedAt}, ${begin}))
    from ${presencePeriods}
    where ${startedAt} < ${end} and ${endedAt} > ${begin} and ${status} = 'idle' and ${state} = 'free' group by 1`;
}

function countVisits(shown: Shown, cut: Cut): SQL {
  const { outcome, waitMs, serviceLevelSeconds } = queueVisits;
  const counts = ["answered", "abandoned", "short_abandoned", "overflowed", "callback", "waiting"].map(
    (kind) => sql`count(*) filter (where ${outcome} = ${sql.raw(`'${kind}'`)})`,
  );
  return sql`
    select ${cut(queueVisits.enteredAt, shown)} as cut, ${sql.join(counts, sql`, `)},
      count(*) filter (where ${outcome} = 'answered' and ${waitMs} <= ${serviceLevelSeconds} * 1000),
      avg(${waitMs}) filter (where ${outcome} = 'answered'),
      percentile_cont(${SHARES}) within group (order by ${waitMs}) filter (where ${outcome} = 'answered'),
      percentile_cont(${SHARES}) within group (order by ${waitMs}) filter (where ${outcome} = 'abandoned')
    from ${queueVisits} where ${within(queueVisits.enteredAt, shown)} ${ofGroup(queueVisits.skillGroupId, shown)} group by 1`;
}

function countLegs(shown: Shown, cut: Cut): SQL {
  const handleMs = sql`${legs.talkMs} + ${legs.holdMs} + coalesce(${legs.wrapUpMs}, 0)`;
  const quantiles = [handleMs, sql`${legs.talkMs}`, sql`${legs.wrapUpMs}`].map(
    (ms) => sql`avg(${ms}), percentile_cont(${SHARES}) within group (order by ${ms})`,
  );
  return sql`
    select ${cut(legs.answeredAt, shown)} as cut, count(*), ${sql.join(quantiles, sql`, `)}
    from ${legs} where ${within(legs.answeredAt, shown)} ${ofGroup(legs.skillGroupId, shown)} ${ofAgent(shown)} group by 1`;
}

function countOffers(shown: Shown, cut: Cut): SQL {
  const counts = ["missed", "rejected", "withdrawn", "ringing"].map(
    (kind) => sql`count(*) filter (where ${legs.outcome} = ${sql.raw(`'${kind}'`)})`,
  );
  return sql`
    select ${cut(legs.offeredAt, shown)} as cut, count(*), ${sql.join(counts, sql`, `)}, avg(${legs.ringMs})
    from ${legs} where ${legs.kind} <> 'outbound' and ${within(legs.offeredAt, shown)}
      ${ofGroup(legs.skillGroupId, shown)} ${ofAgent(shown)} group by 1`;
}

function ofAgent({ filter }: Shown): SQL {
  const [agent] = filter.agentIds ?? [];
  return agent ? sql`and ${legs.agentId} = ${agent}` : sql``;
}
