import fc from "fast-check";
import type { Database } from "@/drizzle/database";
import { callDeletions } from "@/drizzle/schema/calls";
import type { CallEvent } from "@/server/domain/calls/event";
import { foldCall } from "@/server/domain/calls/fold";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import type { Unit } from "@/server/domain/metrics/cohort";
import type { Facts } from "@/server/domain/metrics/fact";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { type CallNews, prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { ensurePartitions } from "@/server/store/partitions";
import { createUser, someInstant } from "@/server/testing/factories";
import type { GeneratedCall } from "@/server/testing/generated-calls";

/** What generated calls count as, by unit. */
export type FactsByUnit = { readonly [Kind in Unit]: readonly Facts[Kind][] };

export interface RecordedFacts {
  readonly facts: FactsByUnit;
}

const PROVIDER = "generated";
const SEED = 1;
/** Every so many of the recorded calls is deleted: figures count it all the same. */
const DELETED_EVERY = 4;

/**
 * Records generated calls in the database as a poor line would tell of them: in portions whose events are
 * shuffled, late and repeated; then deletes some of the records. Tells what the calls count as.
 */
export async function recordGenerated(db: Database, calls: readonly GeneratedCall[]): Promise<RecordedFacts> {
  const news = calls.map(({ events }, index) => ({ providerCallId: String(index), events }));
  const told = news.flatMap(({ providerCallId, events }) =>
    events.map((event) => ({ providerCallId, event })),
  );
  const callIds = new Set<CallId>();
  for (const portion of portionsOf(told)) {
    for (const callId of await record(db, newsByCall(portion))) callIds.add(callId);
  }
  await deleteSome(db, [...callIds]);
  return { facts: factsOf(calls.map(({ events }) => foldCall(events))) };
}

interface Told {
  readonly providerCallId: string;
  readonly event: CallEvent;
}

/** Everything, in two portions that overlap; the later one says some of it twice. */
function portionsOf(told: readonly Told[]): Told[][] {
  const all = { minLength: told.length, maxLength: told.length };
  const shuffled = fc.sample(fc.shuffledSubarray([...told], all), { seed: SEED, numRuns: 1 }).flat();
  const third = Math.floor(told.length / 3);
  const repeated = shuffled.slice(third, 2 * third);
  return [shuffled.slice(0, 2 * third), [...repeated, ...shuffled.slice(2 * third), ...repeated]];
}

/** What was told of each call, in the order in which it was. */
export function newsByCall(told: readonly Told[]): CallNews[] {
  const events = new Map<string, CallEvent[]>();
  for (const { providerCallId, event } of told) {
    events.set(providerCallId, [...(events.get(providerCallId) ?? []), event]);
  }
  return [...events].map(([providerCallId, ofCall]) => ({ providerCallId, events: ofCall }));
}

async function record(db: Database, news: readonly CallNews[]): Promise<CallId[]> {
  const prepared = news.map((call) => prepareCall(PROVIDER, call));
  for (const { folded } of prepared) await ensurePartitions(db, folded.call.startedAt, folded.call.startedAt);
  const recorded = await db.transaction((tx) =>
    recordCalls(tx, { provider: PROVIDER, importId: null }, prepared),
  );
  return recorded.map(({ callId }) => callId);
}

async function deleteSome(db: Database, callIds: readonly CallId[]): Promise<void> {
  const deleted = callIds.filter((_, index) => index % DELETED_EVERY === DELETED_EVERY - 1);
  if (deleted.length === 0) return;
  const { userId } = await createUser(db, { role: "supervisor" });
  await db
    .insert(callDeletions)
    .values(deleted.map((callId) => ({ callId, deletedAt: someInstant, deletedBy: userId, reason: "test" })));
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
