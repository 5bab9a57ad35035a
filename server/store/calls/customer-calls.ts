import { and, asc, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls } from "@/drizzle/schema/calls";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { CallScope } from "@/server/domain/people/viewer";
import { withinScope } from "@/server/store/calls/scope";

export interface NeighbouringCall {
  readonly callId: CallId;
  readonly startedAt: Instant;
}

interface CustomerCall {
  readonly callId: CallId;
  readonly customerNumber: string | null;
  readonly customerRef: string | null;
}

/** The calls of the same customer right before and right after this one, within `scope` and not deleted. */
export async function findNeighbours(
  db: Queryable,
  scope: CallScope,
  call: CustomerCall,
): Promise<{ previous: NeighbouringCall | null; next: NeighbouringCall | null }> {
  const sameCustomer = isOfCustomer(call);
  if (!sameCustomer) return { previous: null, next: null };
  const nearest = (side: SQL, order: SQL) =>
    db
      .select({ callId: calls.callId, startedAt: calls.startedAt })
      .from(calls)
      .leftJoin(callDeletions, eq(callDeletions.callId, calls.callId))
      .where(and(sameCustomer, side, isNull(callDeletions.callId), withinScope(scope)))
      .orderBy(order)
      .limit(1);
  const [[previous], [next]] = await Promise.all([
    nearest(lt(calls.callId, call.callId), desc(calls.callId)),
    nearest(gt(calls.callId, call.callId), asc(calls.callId)),
  ]);
  return { previous: previous ?? null, next: next ?? null };
}

function isOfCustomer({ customerNumber, customerRef }: CustomerCall): SQL | undefined {
  return or(
    // Reversed, because that is how numbers are indexed.
    customerNumber === null ? undefined : sql`reverse(${calls.customerNumber}) = reverse(${customerNumber})`,
    customerRef === null ? undefined : eq(calls.customerRef, customerRef),
  );
}
