import { eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { legs, queueVisits } from "@/drizzle/schema/calls";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { LegEnd, LegOutcome, VisitOutcome } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { Unit } from "@/server/domain/metrics/cohort";
import { handleMsOf, isFinished } from "@/server/domain/metrics/tally-legs";
import { type CallListRow, listRows } from "@/server/store/calls/find-calls";

/** What a list prints of one record, beside its call. */
export interface ListedRecord {
  readonly unit: Unit;
  readonly ordinal: number;
  /** The instant that places it in time. */
  readonly at: Instant;
  /** What became of a visit or a leg; null where the record is the call itself. */
  readonly outcome: VisitOutcome | LegOutcome | null;
  /** What ended a leg's conversation. */
  readonly end: LegEnd | null;
  /** How long an offer rang. */
  readonly ringMs: number | null;
}

/** A call's row that tells of one record in it: group, agent and durations are the record's where it has them. */
export interface CohortRow extends CallListRow {
  readonly record: ListedRecord;
}

interface RecordName {
  readonly at: Instant;
  readonly callId: CallId;
  readonly ordinal: number;
}

/** What a record says otherwise than its call. */
type Said = Partial<Omit<CallListRow, "outcome">> & Pick<ListedRecord, "outcome" | "end" | "ringMs">;
type SaidOf = Said & Pick<RecordName, "callId" | "ordinal">;

/** The rows of these records, in their order. */
export async function describeRecords(
  db: Queryable,
  unit: Unit,
  names: readonly RecordName[],
): Promise<CohortRow[]> {
  const callIds = [...new Set(names.map(({ callId }) => callId))];
  const rows = new Map((await listRows(db, callIds)).map((row) => [row.callId, row]));
  const said = await findSaid(db, unit, callIds);
  return names.flatMap(({ at, callId, ordinal }) => {
    const call = rows.get(callId);
    const ofRecord = said(callId, ordinal);
    if (call === undefined || ofRecord === undefined) return [];
    const { outcome, end, ringMs, ...instead } = ofRecord;
    return [{ ...call, ...instead, record: { unit, ordinal, at, outcome, end, ringMs } }];
  });
}

type Find = (callId: CallId, ordinal: number) => Said | undefined;

async function findSaid(db: Queryable, unit: Unit, callIds: readonly CallId[]): Promise<Find> {
  if (unit === "call") return () => ({ outcome: null, end: null, ringMs: null });
  const rows = unit === "visit" ? await findVisits(db, callIds) : await findLegs(db, unit, callIds);
  const said = new Map(rows.map(({ callId, ordinal, ...row }) => [`${callId} ${ordinal}`, row]));
  return (callId, ordinal) => said.get(`${callId} ${ordinal}`);
}

async function findVisits(db: Queryable, callIds: readonly CallId[]): Promise<SaidOf[]> {
  const rows = await db
    .select({
      callId: queueVisits.callId,
      ordinal: queueVisits.ordinal,
      skillGroupName: skillGroups.name,
      agentName: users.name,
      waitMs: queueVisits.waitMs,
      outcome: queueVisits.outcome,
    })
    .from(queueVisits)
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, queueVisits.skillGroupId))
    .leftJoin(users, eq(users.userId, queueVisits.answeredBy))
    .where(inArray(queueVisits.callId, [...callIds]));
  return rows.map((row) => ({ ...row, end: null, ringMs: null }));
}

async function findLegs(db: Queryable, unit: "offer" | "leg", callIds: readonly CallId[]): Promise<SaidOf[]> {
  const rows = await db
    .select({ leg: legs, skillGroupName: skillGroups.name, agentName: users.name })
    .from(legs)
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, legs.skillGroupId))
    .leftJoin(users, eq(users.userId, legs.agentId))
    .where(inArray(legs.callId, [...callIds]));
  return rows.map(({ leg, ...names }) => ({
    ...names,
    ...partsOf(leg),
    ...(unit === "offer" ? endOfOffer(leg) : { outcome: leg.outcome, end: leg.end, ringMs: null }),
  }));
}

type LegRow = typeof legs.$inferSelect;

function partsOf(leg: LegRow) {
  const { callId, ordinal, answeredAt, talkMs } = leg;
  const handleMs = answeredAt !== null && isFinished(leg) ? handleMsOf(leg) : null;
  return {
    callId,
    ordinal,
    answeredAt,
    talkMs,
    holdMs: leg.holdMs ?? 0,
    wrapUpMs: leg.wrapUpMs ?? 0,
    handleMs,
  };
}

/** An offer is over once it is answered; what becomes of the conversation is the leg's. */
function endOfOffer({ answeredAt, outcome, ringMs }: LegRow) {
  return { outcome: answeredAt === null ? outcome : ("answered" as const), end: null, ringMs };
}
