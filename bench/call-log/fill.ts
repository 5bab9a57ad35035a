import type { Connection } from "@/drizzle/database";
import { ensurePartitions } from "@/server/store/partitions";

/** Thirteen months of calls end here. */
const until = Date.UTC(2026, 10, 20);
const since = Date.UTC(2025, 9, 22);

const provinces = `array['Guangdong','Jiangsu','Shandong','Zhejiang','Henan','Sichuan','Hubei','Hunan','Hebei','Fujian','Shanghai','Beijing','Anhui','Liaoning','Shaanxi','Jiangxi','Chongqing','Guangxi','Tianjin','Yunnan','Inner Mongolia','Shanxi','Heilongjiang','Jilin','Guizhou','Xinjiang','Gansu','Hainan','Ningxia','Qinghai','Tibet']`;

/** Chinese and Western names, some as common as they are. */
const surnames = `array['王','李','张','刘','陈','杨','Wang ','赵','黄','周','Li ','吴','徐','孙','胡','朱','Zhang ','高','林','何','Smith, ','欧阳']`;
const givenNames = `array['伟','芳','娜','敏','静','丽','强','磊','军','洋','Wei','建国','秀英','志强','淑兰','Min','晓明','Na','国庆','雅婷']`;

/** Every chance is drawn once, so that the tables filled from it agree with one another. */
const drawCalls = `
create unlogged table drawn as
select i, at, kind, outbound, queued, talked, r8, r9, r10,
  (overlay(overlay(overlay(md5('call' || i) placing lpad(to_hex(at), 12, '0') from 1 for 12) placing '7' from 13 for 1) placing '8' from 17 for 1))::uuid as call_id,
  to_timestamp(at / 1000.0) as started_at,
  agents[1 + floor(40 * power(r1, 1.3))::int] as agent_id,
  agents[1 + floor(40 * r2)::int] as other_agent_id,
  groups[1 + floor(6 * power(r3, 1.5))::int] as skill_group_id,
  groups[1 + floor(6 * r4)::int] as other_skill_group_id,
  case when queued then round(1000 * exp(3.2 + 1.1 * g1))::bigint else 0 end as wait_ms,
  case when talked then round(1000 * exp(5.2 + 0.9 * g2))::bigint else 0 end as talk_ms,
  case when talked then round(1000 * exp(3.3 + 0.6 * g3))::bigint else 0 end as wrap_up_ms,
  '+861' || (3000000000 + floor(200000 * power(r5, 2))::bigint * 34999)::text as customer_number,
  case when r7 < 0.7 then (${surnames})[1 + floor(22 * power(r5, 1.2))::int] || (${givenNames})[1 + floor(20 * r7 / 0.7)::int] end as customer_name,
  case when r6 < 0.95 then (${provinces})[1 + floor(31 * power(r6 / 0.95, 1.7))::int] end as province,
  case when outbound then null when kind = 'left_in_ivr' and r7 < 0.25 then 'abandoned'
    when r7 < 0.6 then 'not_needed' when r7 < 0.85 then 'passed' when r7 < 0.91 then 'failed' else 'by_agent' end as verification
from (
  select *, kind in ('answered', 'abandoned', 'short_abandoned', 'overflowed', 'callback') and not outbound as queued,
    kind = 'answered' or (kind = 'overflowed' and r9 < 0.2) as talked
  from (
    select *, r11 < 0.08 as outbound,
      case
        when r11 < 0.08 then case when r12 < 0.7 then 'answered' else 'not_reached' end
        when r12 < 0.12 then 'left_in_ivr' when r12 < 0.14 then 'turned_away' when r12 < 0.23 then 'abandoned'
        when r12 < 0.26 then 'short_abandoned' when r12 < 0.275 then 'overflowed' when r12 < 0.29 then 'callback'
        when r12 < 0.291 then 'phantom' else 'answered'
      end as kind,
      sqrt(-2 * ln(1 - r13)) * cos(2 * pi() * r14) as g1, sqrt(-2 * ln(1 - r13)) * sin(2 * pi() * r14) as g2,
      sqrt(-2 * ln(1 - r15)) * cos(2 * pi() * r16) as g3
    from (
      select i, $1::bigint + (i * ($2::numeric / $3))::bigint as at,
        random() r1, random() r2, random() r3, random() r4, random() r5, random() r6, random() r7,
        random() r8, random() r9, random() r10, random() r11, random() r12, random() r13, random() r14,
        random() r15, random() r16
      from generate_series(0, $3::int - 1) i
    ) chances
  ) fates
) calls,
(select array(select user_id from app_user order by name) as agents, array(select skill_group_id from skill_group order by name) as groups) floor`;

const fillTables = [
  "alter table note disable trigger user",
  "alter table call_deletion disable trigger user",
  `insert into call (call_id, direction, outcome, started_at, ended_at, ended_by, customer_number, customer_name,
     customer_ref, line_number, country, province, city, verification, answered_at, ivr_ms, wait_ms, talk_ms, hold_ms,
     wrap_up_ms, handle_ms, skill_group_id, agent_id, visit_count, offer_count, transfer_count, key_track, survey_score,
     skill_group_ids, agent_ids, has_notes, is_deleted)
   select call_id, case when outbound then 'outbound' else 'inbound' end, kind, started_at,
     started_at + interval '1 ms' * (20000 + wait_ms + talk_ms), 'caller', customer_number, customer_name, null, '4008001234',
     'CN', province, null, verification, case when talked then started_at + interval '1 ms' * (20000 + wait_ms) end,
     20000, wait_ms, talk_ms, 0, wrap_up_ms, talk_ms + wrap_up_ms, case when queued then skill_group_id end,
     case when talked then agent_id end, case when queued then 1 + (r8 < 0.12)::int else 0 end, talked::int, 0,
     (array['1-2','1','2','1-1','3','','1-2-1','2-2','9','0','4-1','1-3'])[1 + floor(12 * power(r10, 1.5))::int], null,
     case when queued and r8 < 0.12 and skill_group_id <> other_skill_group_id then array[skill_group_id, other_skill_group_id]
       when queued then array[skill_group_id] else '{}' end,
     case when talked and r9 < 0.1 and queued and agent_id <> other_agent_id then array[agent_id, other_agent_id]
       when talked then array[agent_id] when r9 < 0.1 and queued then array[other_agent_id] else '{}' end,
     r10 < 0.15 and r8 >= 0.02, r10 > 0.998
   from drawn`,
  `insert into queue_visit
   select call_id, ordinal, case ordinal when 1 then skill_group_id else other_skill_group_id end,
     started_at, started_at + interval '1 ms' * wait_ms, wait_ms,
     case when kind = 'answered' then 'answered' when kind in ('abandoned', 'short_abandoned', 'callback') then kind else 'overflowed' end,
     null, null, 0, 20, 5, null
   from drawn, generate_series(1, case when r8 < 0.12 then 2 else 1 end) ordinal where queued`,
  `insert into leg
   select call_id, ordinal, case when outbound then 'outbound' else 'queue' end,
     case ordinal when 1 then agent_id else other_agent_id end, case when queued then 1 end,
     case when queued then skill_group_id end, started_at, case when ordinal = 1 and talked then started_at end, started_at,
     case when ordinal = 1 and talked then 'ended' else 'missed' end, null, 5000,
     case when ordinal = 1 and talked then talk_ms end, case when ordinal = 1 and talked then 0 end, null, null,
     case when ordinal = 1 and talked then wrap_up_ms end
   from drawn, generate_series(case when talked then 1 else 2 end, case when r9 < 0.1 and queued then 2 else 1 end) ordinal`,
  `insert into note
   select gen_random_uuid(), call_id, agent_id,
     case when r8 < 0.5 then '客户询问' || (array['退款','换货','发票','物流','会员','投诉'])[1 + floor(6 * r9)::int] || '进度，已' || (array['登记','转交主管','答复','安排回访'])[1 + floor(4 * r8 * 2)::int] || case when r9 < 0.02 then '，涉及跨境清关' else '' end
     else 'Customer asked about ' || (array['a refund','an exchange','the invoice','delivery','membership','a complaint'])[1 + floor(6 * r9)::int] || '; order ' || i || case when r9 < 0.02 then ' held at customs' else '' end end,
     1, started_at, null, null, case when r8 < 0.02 then started_at end, null
   from drawn where r10 < 0.15`,
  `insert into call_deletion select call_id, started_at, agent_id, 'duplicate' from drawn where r10 > 0.998`,
  "drop table drawn",
];

/** Marked once at the end: a trigger for each of the rows would take most of the time. */
const markCalls = [
  "alter table note enable trigger user",
  "alter table call_deletion enable trigger user",
  "select mark_calls(array(select call_id from note union select call_id from call_deletion))",
];

/** Fills an empty, migrated database with `count` calls of 40 agents in 6 skill groups, some with notes. */
export async function fillCalls({ db, client }: Connection, count: number): Promise<void> {
  await ensurePartitions(db, since, until);
  await client.begin(async (transaction) => {
    await transaction.unsafe("select setseed(0.42)");
    await transaction.unsafe(
      "insert into app_user (user_id, name, role, created_at) select gen_random_uuid(), 'Agent ' || lpad(n::text, 2, '0'), 'agent', now() from generate_series(1, 40) n",
    );
    await transaction.unsafe(
      "insert into skill_group (skill_group_id, name, created_at) select gen_random_uuid(), 'Group ' || n, now() from generate_series(1, 6) n",
    );
    await transaction.unsafe(drawCalls, [since, until - since, count]);
    for (const statement of fillTables) await transaction.unsafe(statement);
  });
  for (const statement of markCalls) await client.unsafe(statement);
  for (const table of ["call", "queue_visit", "leg", "note", "call_deletion"]) {
    await client.unsafe(`vacuum analyze ${table}`);
  }
}
