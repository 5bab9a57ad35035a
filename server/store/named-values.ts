import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";

/** So many versions and drafts are looked at, the latest of each. */
const LOOKED_AT = 30;
/** And so many of the calls that were routed last. */
const CALLS_LOOKED_AT = 1000;
const VALUES_TOLD = 50;

/**
 * Customer tiers or languages that the latest calls had when they were routed, or that rules and examples name,
 * the most frequent first.
 */
export async function readNamedValues(db: Queryable, fact: "customerTier" | "language"): Promise<string[]> {
  const rows = await db.execute<{ value: string }>(sql`
    with looked_at as (
      (select rule_set, examples from rule_set_version order by number desc limit ${LOOKED_AT})
      union all
      (select rule_set, examples from rule_set_draft where discarded_at is null
        order by updated_at desc limit ${LOOKED_AT})
    ), routed as (
      select facts from routing_decision where kind = 'arrival'
      order by call_id desc limit ${CALLS_LOOKED_AT}
    ), named as (
      select facts -> 'facts' ->> ${fact} as value from routed
      union all
      select jsonb_path_query(
        rule_set,
        'strict $.queueRules[*].when.** ? (@.fact == $fact).values[*]',
        jsonb_build_object('fact', ${fact}::text)
      ) #>> '{}' from looked_at
      union all
      select example -> 'call' ->> ${fact} from looked_at, jsonb_array_elements(examples) as example
    )
    select value from named where value is not null
    group by value order by count(*) desc, value limit ${VALUES_TOLD}`);
  return rows.map(({ value }) => value);
}
