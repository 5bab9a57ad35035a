import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/drizzle/database";
import { callSources } from "@/drizzle/schema/calls";
import { makeCallId } from "@/server/domain/calls/call-id";
import type { CallEvent } from "@/server/domain/calls/event";
import { foldCall } from "@/server/domain/calls/fold";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId, ImportId } from "@/server/domain/identifiers";
import { markCalls } from "@/server/store/calls/call-marks";
import {
  EVENT_ROWS,
  eventRows,
  FOLDED_COLUMNS,
  FOLDED_ROWS,
  FOLDED_TABLES,
} from "@/server/store/calls/call-rows";
import { findEvents, findSourceIds } from "@/server/store/calls/stored-events";
import { copyInto } from "@/server/store/copy";
import { RollupRecorder } from "@/server/store/rollups/record-in-rollups";

/** What a provider tells of one call, all or part of it. */
export interface CallNews {
  readonly providerCallId: string;
  readonly events: readonly CallEvent[];
}

interface NamedCall {
  readonly callId: CallId;
  readonly folded: FoldedCall;
}

/** News of a call with what it is if nothing was known of the call before. */
export interface PreparedCall extends CallNews, NamedCall {}

export interface RecordedFrom {
  readonly provider: string;
  readonly importId: ImportId | null;
}

export interface RecordedCall {
  readonly callId: CallId;
  readonly folded: FoldedCall;
  /** What a changed call was before; null when it is new. */
  readonly before: FoldedCall | null;
  /** Null when the call is new. */
  readonly knownFrom: { readonly importId: ImportId | null } | null;
  readonly isChanged: boolean;
}

/**
 * Folds the news of a call, ahead of the transaction that writes it.
 * @throws RangeError when the call starts before 1970.
 */
export function prepareCall(provider: string, { providerCallId, events: told }: CallNews): PreparedCall {
  const events = hasRepetition(told) ? unheard(told, new Set()) : told;
  const folded = foldCall(events);
  const callId = makeCallId(folded.call.startedAt, `${provider}\0${providerCallId}`);
  return { providerCallId, events, callId, folded };
}

/**
 * Records calls of one provider, each named once. A call never heard of is copied in; one that is known
 * keeps its id, gains the events it did not have, and is folded anew. Two writers of one call wait for
 * each other, so neither's events are lost. The result is in the order of `calls`.
 */
export async function recordCalls(
  tx: Transaction,
  from: RecordedFrom,
  calls: readonly PreparedCall[],
): Promise<RecordedCall[]> {
  const rollups = await RollupRecorder.enter(tx);
  const recorded = await recordCallsBeside(rollups, { tx, from, calls });
  await rollups.write();
  return recorded;
}

/** The same for one of several lots of a transaction, whose rollups are written after the last. */
export async function recordCallsBeside(
  rollups: RollupRecorder,
  {
    tx,
    from,
    calls,
  }: { readonly tx: Transaction; readonly from: RecordedFrom; readonly calls: readonly PreparedCall[] },
): Promise<RecordedCall[]> {
  const fresh = await claimNewCalls(tx, from, calls);
  const newCalls = calls.filter((call) => fresh.has(call.providerCallId));
  const recorded = new Map<string, RecordedCall>();
  for (const { providerCallId, callId, folded } of newCalls) {
    recorded.set(providerCallId, { callId, folded, before: null, knownFrom: null, isChanged: true });
  }
  // Counted while the server has rows to write: it would otherwise wait for that.
  await Promise.all([copyCalls(tx, newCalls), rollups.add([...recorded.values()])]);
  const knownCalls = calls.filter((call) => !fresh.has(call.providerCallId));
  const known = await recordKnownCalls(tx, from.provider, knownCalls);
  await rollups.add([...known.values()].filter(({ isChanged }) => isChanged));
  return calls.flatMap(({ providerCallId: id }) => recorded.get(id) ?? known.get(id) ?? []);
}

/** Claims the provider's ids; those that come back were free, and nobody else can claim them any more. */
async function claimNewCalls(
  tx: Transaction,
  { provider, importId }: RecordedFrom,
  calls: readonly PreparedCall[],
): Promise<Set<string>> {
  // Always in the same order, so that two writers of the same calls cannot wait for each other in a ring.
  const claims = calls
    .map(({ providerCallId, callId }) => ({ id: providerCallId, call: callId }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const claimed = await tx.execute<{ id: string }>(sql`
    insert into call_source (provider, provider_call_id, call_id, import_id)
    select ${provider}, id, call, ${importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(claims)}::text::jsonb) as claim (id text, call uuid)
    on conflict do nothing returning provider_call_id as id`);
  return new Set(claimed.map(({ id }) => id));
}

async function copyCalls(tx: Transaction, calls: readonly PreparedCall[]): Promise<void> {
  await copyInto(
    tx,
    EVENT_ROWS,
    mapped(calls, ({ callId, events }) => eventRows(callId, events)),
  );
  await copyFoldedRows(tx, calls);
}

export async function copyFoldedRows(tx: Transaction, calls: readonly NamedCall[]): Promise<void> {
  for (const table of FOLDED_TABLES) {
    const rows = mapped(calls, ({ callId, folded }) => FOLDED_ROWS[table](callId, folded));
    await copyInto(tx, { table, columns: FOLDED_COLUMNS[table] }, rows);
  }
}

function* mapped<Item, Value>(items: Iterable<Item>, value: (item: Item) => Value): Generator<Value> {
  for (const item of items) yield value(item);
}

/** Takes the folded rows of calls away, to be replaced in the same transaction. */
export async function deleteFoldedRows(tx: Transaction, callIds: readonly CallId[]): Promise<void> {
  if (callIds.length === 0) return;
  const ids = sql`${JSON.stringify(callIds)}::text::jsonb`;
  for (const table of FOLDED_TABLES) {
    await tx.execute(sql`
      delete from ${sql.identifier(table)}
      where call_id = any (array(select value::uuid from jsonb_array_elements_text(${ids})))`);
  }
}

interface KnownCall {
  readonly callId: CallId;
  readonly importId: ImportId | null;
}

async function recordKnownCalls(
  tx: Transaction,
  provider: string,
  calls: readonly PreparedCall[],
): Promise<Map<string, RecordedCall>> {
  if (calls.length === 0) return new Map();
  const known = await findKnownCalls(tx, { provider, calls });
  const sourceIds = await findSourceIds(
    tx,
    [...known.values()].map(({ callId }) => callId),
  );
  const recorded = new Map<string, RecordedCall>();
  const withNews: PreparedCall[] = [];
  for (const call of calls) {
    const { callId, importId } = sure(known.get(call.providerCallId));
    const had = sure(sourceIds.get(callId));
    if (call.events.some(({ sourceId }) => !had.has(sourceId))) withNews.push(call);
    else {
      const { providerCallId, folded } = call;
      const knownFrom = { importId };
      recorded.set(providerCallId, { callId, folded, before: null, knownFrom, isChanged: false });
    }
  }
  for (const [id, call] of await extendCalls(tx, provider, withNews)) recorded.set(id, call);
  return recorded;
}

/** Under a lock on each call, adds the events it lacks and replaces its folded rows. */
async function extendCalls(
  tx: Transaction,
  provider: string,
  calls: readonly PreparedCall[],
): Promise<Map<string, RecordedCall>> {
  const recorded = new Map<string, RecordedCall>();
  if (calls.length === 0) return recorded;
  const known = await findKnownCalls(tx, { provider, calls, locked: true });
  const stored = await findEvents(
    tx,
    [...known.values()].map(({ callId }) => callId),
  );
  const newEvents: string[] = [];
  const changed: NamedCall[] = [];
  for (const { providerCallId, events } of calls) {
    const { callId, importId } = sure(known.get(providerCallId));
    const heard = sure(stored.get(callId));
    const had = new Set(heard.map(({ sourceId }) => sourceId));
    const added = unheard(events, had);
    const before = foldCall(heard);
    const folded = foldCall([...heard, ...added]);
    newEvents.push(eventRows(callId, added));
    changed.push({ callId, folded });
    const isChanged = added.length > 0;
    recorded.set(providerCallId, { callId, folded, before, knownFrom: { importId }, isChanged });
  }
  await copyInto(tx, EVENT_ROWS, newEvents);
  await deleteFoldedRows(
    tx,
    [...known.values()].map(({ callId }) => callId),
  );
  await copyFoldedRows(tx, changed);
  await markCalls(
    tx,
    [...known.values()].map(({ callId }) => callId),
  );
  return recorded;
}

// Calls have a handful of events, and a set for each of a million calls is a set too many.
function hasRepetition(events: readonly CallEvent[]): boolean {
  return events.some(({ sourceId }, index) => {
    for (let other = index + 1; other < events.length; other += 1) {
      const id = events[other]?.sourceId;
      // Lengths are told apart at once, and ids cut out of a line are not.
      if (id?.length === sourceId.length && id === sourceId) return true;
    }
    return false;
  });
}

function unheard(events: readonly CallEvent[], had: Set<string>): CallEvent[] {
  return events.filter(({ sourceId }) => {
    if (had.has(sourceId)) return false;
    had.add(sourceId);
    return true;
  });
}

interface KnownCallsQuestion {
  readonly provider: string;
  readonly calls: readonly CallNews[];
  readonly locked?: boolean;
}

async function findKnownCalls(
  tx: Transaction,
  { provider, calls, locked = false }: KnownCallsQuestion,
): Promise<Map<string, KnownCall>> {
  const ids = calls.map(({ providerCallId }) => providerCallId);
  const query = tx
    .select({ id: callSources.providerCallId, callId: callSources.callId, importId: callSources.importId })
    .from(callSources)
    .where(and(eq(callSources.provider, provider), inArray(callSources.providerCallId, ids)))
    .orderBy(asc(callSources.providerCallId));
  const rows = await (locked ? query.for("update") : query);
  return new Map(rows.map(({ id, callId, importId }) => [id, { callId, importId }]));
}

/** A call that could not be claimed is there, and calls are never taken out of `call_source`. */
function sure<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Error("a known call is missing from call_source");
  return found;
}
