import { sql } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { bucketStart } from "@/server/domain/metrics/time/period-cover";
import { hoursOf, isFreeIdle, type PresencePeriod } from "@/server/domain/presence/presence";

export const ROLLUP_GRAINS = ["hour", "day", "month"] as const;

interface Cell {
  readonly grain: (typeof ROLLUP_GRAINS)[number];
  readonly at: Instant;
  readonly agentId: UserId;
  ms: number;
}

/** Adds what the ended ones among the periods bring to the sums of hours, days and months. */
export async function addToPresenceRollup(
  tx: Transaction,
  periods: readonly PresencePeriod[],
): Promise<void> {
  const cells = cellsOf(periods).map(({ grain, at, agentId, ms }) => ({
    grain,
    at: new Date(at).toISOString(),
    agent: agentId,
    ms,
  }));
  if (cells.length === 0) return;
  await tx.execute(sql`
    insert into presence_rollup as kept (grain, at, agent_id, free_idle_ms)
    select grain, at, agent, ms from jsonb_to_recordset(${JSON.stringify(cells)}::text::jsonb)
      as cell (grain text, at timestamptz, agent uuid, ms bigint)
    on conflict (grain, at, agent_id) do update set free_idle_ms = kept.free_idle_ms + excluded.free_idle_ms`);
}

function cellsOf(periods: readonly PresencePeriod[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const period of periods.filter(isFreeIdle)) {
    for (const { at: hour, ms } of hoursOf(period)) {
      for (const grain of ROLLUP_GRAINS) {
        const at = bucketStart(grain, hour);
        const { agentId } = period;
        const key = `${grain} ${at} ${agentId}`;
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, { grain, at, agentId, ms });
        else cell.ms += ms;
      }
    }
  }
  return [...cells.values()];
}
