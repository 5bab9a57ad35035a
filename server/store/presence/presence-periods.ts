import { asc, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import { users } from "@/drizzle/schema/users";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Continuation } from "@/server/domain/presence/continue-presence";
import type { PresencePeriod, PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import { copyInstant, copyInto } from "@/server/store/copy";
import { addToPresenceRollup } from "@/server/store/presence/presence-rollup";

const PERIOD_ROWS = {
  table: "presence_period",
  columns: ["agent_id", "started_at", "ended_at", "status", "state"],
};

/** Until the transaction ends nobody else changes the presence of these people; the answer is who is there. */
export async function lockAgents(tx: Transaction, agentIds: readonly UserId[]): Promise<Set<UserId>> {
  const found = await tx
    .select({ userId: users.userId })
    .from(users)
    .where(inArray(users.userId, agentIds))
    .orderBy(asc(users.userId))
    .for("no key update");
  return new Set(found.map(({ userId }) => userId));
}

/** The periods of an agent from `since` on, in order: first the one that held then. */
export async function findPeriodsSince(
  tx: Transaction,
  agentId: UserId,
  since: Instant,
): Promise<PresencePeriod[]> {
  const from = sql`${new Date(since).toISOString()}::timestamptz`;
  const rows = await tx.execute<{
    started: string;
    ended: string | null;
    status: PresenceStatus;
    state: SystemState;
  }>(
    sql`
    select started_at as started, ended_at as ended, status, state from presence_period
    where agent_id = ${agentId} and (ended_at is null or ended_at > ${from})
    order by started_at`,
  );
  return rows.map(({ started, ended, status, state }) => ({
    agentId,
    startedAt: Date.parse(started),
    endedAt: ended === null ? null : Date.parse(ended),
    status,
    state,
  }));
}

/** Writes down how the presence of agents went on, and adds to the sums that are kept of it. */
export async function writePeriods(tx: Transaction, continuations: readonly Continuation[]): Promise<void> {
  const ended = continuations.flatMap((continuation) => continuation.ended ?? []);
  const begun = continuations.flatMap((continuation) => continuation.begun);
  const ends = ended.map(({ agentId, endedAt }) => ({ agent: agentId, at: new Date(endedAt).toISOString() }));
  await tx.execute(sql`
    update presence_period set ended_at = news.at
    from jsonb_to_recordset(${JSON.stringify(ends)}::text::jsonb) as news (agent uuid, at timestamptz)
    where agent_id = news.agent and ended_at is null`);
  await copyInto(tx, PERIOD_ROWS, begun.map(periodRow));
  await addToPresenceRollup(tx, [...ended, ...begun]);
}

function periodRow({ agentId, startedAt, endedAt, status, state }: PresencePeriod): string {
  return `${agentId}\t${copyInstant(startedAt)}\t${copyInstant(endedAt)}\t${status}\t${state}\n`;
}
