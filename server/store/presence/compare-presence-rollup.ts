import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { presenceSums } from "@/server/store/presence/presence-sums";

export interface PresenceComparison {
  readonly cells: number;
  /** Places whose sum is missing, not as it should be, or should not be there. */
  readonly differing: number;
}

/** Sums all presence anew and compares with what is kept. */
export async function comparePresenceRollup(db: Queryable): Promise<PresenceComparison> {
  const [compared] = await db.execute<{ cells: number; differing: number }>(sql`
    with ${presenceSums}
    select count(expected.grain)::int as cells,
      (count(*) filter (where expected.free_idle_ms is distinct from kept.free_idle_ms))::int as differing
    from expected full join presence_rollup kept using (grain, at, agent_id)`);
  return compared ?? { cells: 0, differing: 0 };
}
