import { and, asc, gt, lte, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Queryable } from "@/drizzle/database";
import { calls, keyPresses, legs, queueVisits } from "@/drizzle/schema/calls";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";

export interface StoredCall {
  readonly callId: CallId;
  readonly folded: FoldedCall;
}

/** The calls after an id, at most `limit` in the order of their ids, as their rows tell of them. */
export async function findFoldedCalls(
  db: Queryable,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<StoredCall[]> {
  const found = await db
    .select()
    .from(calls)
    .where(gt(calls.callId, sql`${after}::uuid`))
    .orderBy(asc(calls.callId))
    .limit(limit);
  const last = found.at(-1)?.callId;
  if (last === undefined) return [];
  const among = (callId: AnyPgColumn): SQL | undefined =>
    and(gt(callId, sql`${after}::uuid`), lte(callId, sql`${last}::uuid`));
  const visits = await db
    .select()
    .from(queueVisits)
    .where(among(queueVisits.callId))
    .orderBy(asc(queueVisits.callId), asc(queueVisits.ordinal));
  const offers = await db
    .select()
    .from(legs)
    .where(among(legs.callId))
    .orderBy(asc(legs.callId), asc(legs.ordinal));
  const keys = await db
    .select()
    .from(keyPresses)
    .where(among(keyPresses.callId))
    .orderBy(asc(keyPresses.callId), asc(keyPresses.ordinal));
  const [visitsOf, legsOf, keysOf] = [byCall(visits), byCall(offers), byCall(keys)];
  return found.map((call) => ({
    callId: call.callId,
    folded: {
      call,
      visits: visitsOf.get(call.callId) ?? [],
      legs: legsOf.get(call.callId) ?? [],
      keys: keysOf.get(call.callId) ?? [],
      anomalies: [],
    },
  }));
}

function byCall<Row extends { readonly callId: CallId }>(rows: readonly Row[]): Map<CallId, Row[]> {
  const ofCalls = new Map<CallId, Row[]>();
  for (const row of rows) {
    const ofCall = ofCalls.get(row.callId);
    if (ofCall === undefined) ofCalls.set(row.callId, [row]);
    else ofCall.push(row);
  }
  return ofCalls;
}
