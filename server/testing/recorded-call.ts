import type { Database } from "@/drizzle/database";
import { callEvents, calls, keyPresses, legs, openLegs, queueVisits } from "@/drizzle/schema/calls";
import { makeCallId } from "@/server/domain/calls/call-id";
import type { CallEvent } from "@/server/domain/calls/event";
import { foldCall } from "@/server/domain/calls/fold";
import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { ensurePartitions } from "@/server/store/partitions";
import { createSkillGroup, someInstant } from "@/server/testing/factories";

interface CallStory {
  readonly agentId: UserId;
  readonly startedAt?: Instant;
  readonly customerNumber?: string | null;
  readonly customerRef?: string | null;
  /** The agent is still talking. */
  readonly ongoing?: boolean;
}

let told = 0;

/** A call that waited, was answered by `agentId` and, unless it goes on, ended and was wrapped up. */
export async function createCall(db: Database, story: CallStory): Promise<CallId> {
  const { skillGroupId } = await createSkillGroup(db);
  return await storeCall(db, eventsOfStory(story, skillGroupId));
}

function eventsOfStory(story: CallStory, skillGroupId: SkillGroupId): CallEvent[] {
  const { agentId, startedAt = someInstant, customerNumber = "+8613800005678", customerRef = null } = story;
  const party = { customerNumber, customerRef, customerName: null, lineNumber: "4008001234", place: null };
  const at = (second: number) => startedAt + second * 1000;
  const queue = { priority: 0, serviceLevelSeconds: 20, shortAbandonSeconds: 5, ruleSetVersion: null };
  const answered: CallEvent[] = [
    { type: "callArrived", sourceId: "1", at: at(0), ...party, raw: `arrived ${customerNumber}` },
    { type: "queueEntered", sourceId: "2", at: at(2), skillGroupId, ...queue },
    { type: "agentOffered", sourceId: "3", at: at(5), agentId },
    { type: "agentAnswered", sourceId: "4", at: at(9), agentId },
  ];
  if (story.ongoing) return answered;
  return [
    ...answered,
    { type: "callerHungUp", sourceId: "5", at: at(69) },
    { type: "wrapUpStarted", sourceId: "6", at: at(69), agentId },
    { type: "wrapUpFinished", sourceId: "7", at: at(80), agentId },
  ];
}

/** Folds the events and stores both, as recording them would. */
async function storeCall(db: Database, events: readonly CallEvent[]): Promise<CallId> {
  const { call, visits, legs: parts, keys } = foldCall(events);
  told += 1;
  const callId = makeCallId(call.startedAt, `test\0${told}`);
  await ensurePartitions(db, call.startedAt, call.startedAt);
  await db.insert(calls).values({ ...call, callId });
  await db.insert(callEvents).values(
    events.map(({ type, sourceId, at, raw, ...data }) => ({
      callId,
      type,
      sourceId,
      at,
      data,
      ...(raw === undefined ? {} : { raw }),
    })),
  );
  if (visits.length > 0) await db.insert(queueVisits).values(visits.map((visit) => ({ ...visit, callId })));
  if (parts.length > 0) await db.insert(legs).values(parts.map((leg) => ({ ...leg, callId })));
  if (keys.length > 0) await db.insert(keyPresses).values(keys.map((key) => ({ ...key, callId })));
  for (const leg of parts.filter(({ outcome }) => outcome === "ringing" || outcome === "talking")) {
    const { agentId, ordinal: legOrdinal } = leg;
    await db.insert(openLegs).values({ agentId, callId, legOrdinal, ringing: leg.outcome === "ringing" });
  }
  return callId;
}
