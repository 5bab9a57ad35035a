import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";
import { presenceSums } from "@/server/store/presence/presence-sums";

export interface PresenceRebuild {
  /** Sums that were missing, wrong or too many; put right. */
  readonly cellsDiffering: number;
}

/** Sums all presence anew and puts right what differs. Whoever records presence meanwhile waits. */
export async function rebuildPresenceRollup(db: Database): Promise<PresenceRebuild> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`lock table presence_period in share mode`);
    const [differing] = await tx.execute<{ count: number }>(sql`
      with ${presenceSums},
      removed as (
        delete from presence_rollup kept where not exists (
          select from expected e where e.grain = kept.grain and e.at = kept.at and e.agent_id = kept.agent_id)
        returning 1),
      put_right as (
        insert into presence_rollup as kept (grain, at, agent_id, free_idle_ms)
        select grain, at, agent_id, free_idle_ms from expected
        on conflict (grain, at, agent_id) do update set free_idle_ms = excluded.free_idle_ms
          where kept.free_idle_ms <> excluded.free_idle_ms
        returning 1)
      select ((select count(*) from removed) + (select count(*) from put_right))::int as count`);
    return { cellsDiffering: differing?.count ?? 0 };
  });
}
