import { and, desc, eq, exists, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls, legs } from "@/drizzle/schema/calls";
import { notes } from "@/drizzle/schema/notes";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import type { CallDirection, CallOutcome } from "@/server/domain/calls/record";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

export interface RecentCall {
  readonly callId: CallId;
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
  readonly startedAt: Instant;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly province: string | null;
  readonly skillGroup: string | null;
  readonly talkMs: number;
  readonly noteCount: number;
}

/** The last calls that the agent answered or placed, deleted ones left out, the youngest first. */
export async function findRecentCalls(db: Queryable, agentId: UserId, limit: number): Promise<RecentCall[]> {
  const deleted = db
    .select({ found: sql`1` })
    .from(callDeletions)
    .where(eq(callDeletions.callId, legs.callId));
  const recent = db
    .selectDistinct({ callId: legs.callId })
    .from(legs)
    .where(
      and(
        eq(legs.agentId, agentId),
        or(isNotNull(legs.answeredAt), eq(legs.kind, "outbound")),
        not(exists(deleted)),
      ),
    )
    .orderBy(desc(legs.callId))
    .limit(limit);
  const noteCount = db.$count(notes, and(eq(notes.callId, calls.callId), isNull(notes.deletedAt)));
  return await db
    .select({
      callId: calls.callId,
      direction: calls.direction,
      outcome: calls.outcome,
      startedAt: calls.startedAt,
      customerNumber: calls.customerNumber,
      customerName: calls.customerName,
      province: calls.province,
      skillGroup: skillGroups.name,
      talkMs: calls.talkMs,
      noteCount,
    })
    .from(calls)
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, calls.skillGroupId))
    .where(inArray(calls.callId, recent))
    .orderBy(desc(calls.callId));
}
