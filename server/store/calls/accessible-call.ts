import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import type { CallOutcome } from "@/server/domain/calls/record";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { mayDo } from "@/server/domain/people/permissions";
import { type CallScope, callScopeOf, type Viewer } from "@/server/domain/people/viewer";
import { hadPart, withinScope } from "@/server/store/calls/scope";

/** What must be known of a call before anything that belongs to it is touched. */
export interface AccessibleCall {
  readonly callId: CallId;
  readonly outcome: CallOutcome;
  readonly customerNumber: string | null;
  readonly deletedAt: Instant | null;
  readonly deletedBy: UserId | null;
}

/** The call if it lies within `scope`, a deleted one too. */
export async function findAccessibleCall(
  db: Queryable,
  scope: CallScope,
  callId: CallId,
): Promise<AccessibleCall | null> {
  const [call] = await db
    .select({
      callId: calls.callId,
      outcome: calls.outcome,
      customerNumber: calls.customerNumber,
      deletedAt: callDeletions.deletedAt,
      deletedBy: callDeletions.deletedBy,
    })
    .from(calls)
    .leftJoin(callDeletions, eq(callDeletions.callId, calls.callId))
    .where(and(eq(calls.callId, callId), withinScope(scope)));
  return call ?? null;
}

/** The call as `viewer` may open it: in their scope, and deleted only for those who see deleted calls. */
export async function findVisibleCall(
  db: Queryable,
  viewer: Viewer,
  callId: CallId,
): Promise<AccessibleCall | null> {
  const call = await findAccessibleCall(db, callScopeOf(viewer), callId);
  const hidden = call?.deletedAt !== null && !mayDo(viewer.role, "calls:seeDeleted");
  return hidden ? null : call;
}

/** Whether the agent had a part in the call. */
export async function hadPartInCall(db: Queryable, userId: UserId, callId: CallId): Promise<boolean> {
  const found = await db
    .select({ callId: calls.callId })
    .from(calls)
    .where(and(eq(calls.callId, callId), hadPart(userId)));
  return found.length > 0;
}
