import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";

/** So many versions and drafts are looked at, the latest of each. */
const LOOKED_AT = 30;
const VALUES_TOLD = 50;

/**
 * Customer tiers or languages that rules and examples name, the most frequent first. No call brings them from
 * outside so far: what supervisors wrote before is all that is known of them.
 */
export async function readNamedValues(db: Queryable, fact: "customerTier" | "language"): Promise<string[]> {
  const rows = await db.execute<{ value: string }>(sql`
    with looked_at as (
      (select rule_set, examples from rule_set_version order by number desc limit ${LOOKED_AT})
      union all
      (select rule_set, examples from rule_set_draft where discarded_at is null
        order by updated_at desc limit ${LOOKED_AT})
    ), named as (
      select jsonb_path_query(
        rule_set,
        'strict $.queueRules[*].when.** ? (@.fact == $fact).values[*]',
        jsonb_build_object('fact', ${fact}::text)
      ) #>> '{}' as value from looked_at
      union all
      select example -> 'call' ->> ${fact} from looked_at, jsonb_array_elements(examples) as example
    )
    select value from named where value is not null
    group by value order by count(*) desc, value limit ${VALUES_TOLD}`);
  return rows.map(({ value }) => value);
}
