import { inArray } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import { openLegs } from "@/drizzle/schema/calls";
import type { FoldedCall, Leg } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import { done, type Outcome, refuse } from "@/server/domain/refusal";

export interface LiveCall {
  readonly callId: CallId;
  readonly folded: FoldedCall;
}

/**
 * Brings the list of occupied agents in step with the calls. The database itself refuses a second open
 * leg of an agent and a second open offer of a call, whoever writes at the same moment.
 */
export async function syncOpenLegs(tx: Transaction, calls: readonly LiveCall[]): Promise<Outcome<null>> {
  if (calls.length === 0) return done(null);
  const callIds = calls.map(({ callId }) => callId);
  await tx.delete(openLegs).where(inArray(openLegs.callId, callIds));
  const open = calls.flatMap(({ callId, folded }) =>
    folded.legs.filter(isOpen).map((leg) => ({
      agentId: leg.agentId,
      callId,
      legOrdinal: leg.ordinal,
      ringing: leg.outcome === "ringing" && leg.kind !== "outbound",
    })),
  );
  if (open.length === 0) return done(null);
  const taken = await tx.insert(openLegs).values(open).onConflictDoNothing().returning();
  if (taken.length === open.length) return done(null);
  return await whyNot(tx, open);
}

/** From the offer to the end of wrap-up the agent is this call's. */
function isOpen({ outcome, wrapUpStartedAt, wrapUpEndedAt }: Leg): boolean {
  const isWrappingUp = wrapUpStartedAt !== null && wrapUpEndedAt === null;
  return outcome === "ringing" || outcome === "talking" || isWrappingUp;
}

async function whyNot(
  tx: Transaction,
  wanted: readonly (typeof openLegs.$inferInsert)[],
): Promise<Outcome<null>> {
  const agentIds = wanted.map(({ agentId }) => agentId);
  const held = await tx.select().from(openLegs).where(inArray(openLegs.agentId, agentIds));
  const holders = new Map(held.map((leg) => [leg.agentId, leg]));
  const busy = wanted.find(({ agentId, callId, legOrdinal }) => {
    const holder = holders.get(agentId);
    return holder !== undefined && (holder.callId !== callId || holder.legOrdinal !== legOrdinal);
  });
  return busy === undefined
    ? refuse("offer_open", { callId: wanted[0]?.callId ?? "" })
    : refuse("agent_busy", { agentId: busy.agentId });
}
