import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "@/drizzle/database";
import { callDeletions, calls, keyPresses, legs, queueVisits } from "@/drizzle/schema/calls";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { Call, KeyPress, Leg, QueueVisit } from "@/server/domain/calls/record";
import { type Timeline, timelineOf } from "@/server/domain/calls/timeline";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { CallScope } from "@/server/domain/people/viewer";
import { withinScope } from "@/server/store/calls/scope";
import { findEvents } from "@/server/store/calls/stored-events";

export interface Deletion {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

export interface CallHead extends Call {
  readonly callId: CallId;
  readonly agent: string | null;
  readonly skillGroup: string | null;
  readonly deletion: Deletion | null;
}

export interface NamedVisit extends QueueVisit {
  readonly skillGroup: string;
  readonly answeredByName: string | null;
}

export interface NamedLeg extends Leg {
  readonly agent: string;
  readonly skillGroup: string | null;
}

/** Everything that the page of a call shows of the call itself. */
export interface CallDetails {
  readonly call: CallHead;
  readonly visits: readonly NamedVisit[];
  readonly legs: readonly NamedLeg[];
  readonly keys: readonly KeyPress[];
  /** Null while the call's beginning has not been heard of. */
  readonly timeline: Timeline | null;
}

/** The call with all its parts, if it lies within `scope`; a deleted one too. */
export async function findCallDetails(
  db: Queryable,
  scope: CallScope,
  callId: CallId,
): Promise<CallDetails | null> {
  const call = await findCallHead(db, scope, callId);
  if (!call) return null;
  const [visits, parts, keys, events] = await Promise.all([
    findVisits(db, callId),
    findLegs(db, callId),
    findKeys(db, callId),
    findEvents(db, [callId]),
  ]);
  return { call, visits, legs: parts, keys, timeline: timelineOf(events.get(callId) ?? []) };
}

const deleter = alias(users, "deleter");

export async function findCallHead(
  db: Queryable,
  scope: CallScope,
  callId: CallId,
): Promise<CallHead | null> {
  const [found] = await db
    .select({
      call: calls,
      agent: users.name,
      skillGroup: skillGroups.name,
      deletion: { at: callDeletions.deletedAt, by: deleter.name, reason: callDeletions.reason },
    })
    .from(calls)
    .leftJoin(users, eq(users.userId, calls.agentId))
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, calls.skillGroupId))
    .leftJoin(callDeletions, eq(callDeletions.callId, calls.callId))
    .leftJoin(deleter, eq(deleter.userId, callDeletions.deletedBy))
    .where(and(eq(calls.callId, callId), withinScope(scope)));
  if (!found) return null;
  const { call, deletion, ...names } = found;
  const { at, by, reason } = deletion;
  const deleted = at !== null && by !== null && reason !== null ? { at, by, reason } : null;
  return { ...call, ...names, deletion: deleted };
}

async function findVisits(db: Queryable, callId: CallId): Promise<NamedVisit[]> {
  return await db
    .select({
      ...getTableColumns(queueVisits),
      skillGroup: skillGroups.name,
      answeredByName: users.name,
    })
    .from(queueVisits)
    .innerJoin(skillGroups, eq(skillGroups.skillGroupId, queueVisits.skillGroupId))
    .leftJoin(users, eq(users.userId, queueVisits.answeredBy))
    .where(eq(queueVisits.callId, callId))
    .orderBy(asc(queueVisits.ordinal));
}

async function findLegs(db: Queryable, callId: CallId): Promise<NamedLeg[]> {
  return await db
    .select({ ...getTableColumns(legs), agent: users.name, skillGroup: skillGroups.name })
    .from(legs)
    .innerJoin(users, eq(users.userId, legs.agentId))
    .leftJoin(skillGroups, eq(skillGroups.skillGroupId, legs.skillGroupId))
    .where(eq(legs.callId, callId))
    .orderBy(asc(legs.ordinal));
}

async function findKeys(db: Queryable, callId: CallId): Promise<KeyPress[]> {
  const { callId: _, ...columns } = getTableColumns(keyPresses);
  return await db
    .select(columns)
    .from(keyPresses)
    .where(eq(keyPresses.callId, callId))
    .orderBy(asc(keyPresses.ordinal));
}
