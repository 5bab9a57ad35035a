import type { Database } from "@/drizzle/database";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { Facts } from "@/server/domain/metrics/fact";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { ensurePartitions } from "@/server/store/partitions";
import type { GeneratedCall } from "@/server/testing/generated-calls";

/** What generated calls count as, by unit. */
export type FactsByUnit = { readonly [Kind in Unit]: readonly Facts[Kind][] };

export interface RecordedFacts {
  readonly callIds: readonly CallId[];
  readonly facts: FactsByUnit;
}

/** Records generated calls in the database, and tells what they count as. */
export async function recordGenerated(db: Database, calls: readonly GeneratedCall[]): Promise<RecordedFacts> {
  const provider = "generated";
  const prepared = calls.map(({ events }, index) =>
    prepareCall(provider, { providerCallId: String(index), events }),
  );
  for (const { folded } of prepared) await ensurePartitions(db, folded.call.startedAt, folded.call.startedAt);
  await db.transaction((tx) => recordCalls(tx, { provider, importId: null }, prepared));
  return {
    callIds: prepared.map(({ callId }) => callId),
    facts: factsOf(prepared.map(({ folded }) => folded)),
  };
}

function factsOf(folded: readonly FoldedCall[]): FactsByUnit {
  const ofCalls = folded.map(factsOfCall);
  return {
    call: ofCalls.flatMap(({ calls }) => calls),
    visit: ofCalls.flatMap(({ visits }) => visits),
    offer: ofCalls.flatMap(({ offers }) => offers),
    leg: ofCalls.flatMap(({ legs }) => legs),
  };
}
