import { randomUUID } from "node:crypto";
import type { Database } from "@/drizzle/database";
import { openLegs } from "@/drizzle/schema/calls";
import type { CallEvent } from "@/server/domain/calls/event";
import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { prepareCall, recordCalls } from "@/server/store/calls/record-calls";
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

/** A call that waited, was answered by `agentId` and, unless it goes on, ended and was wrapped up. */
export async function createCall(db: Database, story: CallStory): Promise<CallId> {
  const { skillGroupId } = await createSkillGroup(db);
  return await recordCall(db, eventsOfStory(story, skillGroupId));
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

/** Records the events as a sender's news would be. */
async function recordCall(db: Database, events: readonly CallEvent[]): Promise<CallId> {
  const provider = "test";
  const call = prepareCall(provider, { providerCallId: randomUUID(), events });
  const { startedAt } = call.folded.call;
  await ensurePartitions(db, startedAt, startedAt);
  await db.transaction((tx) => recordCalls(tx, { provider, importId: null }, [call]));
  for (const { agentId, ordinal: legOrdinal, outcome } of call.folded.legs) {
    if (outcome !== "talking") continue;
    await db.insert(openLegs).values({ agentId, callId: call.callId, legOrdinal, ringing: false });
  }
  return call.callId;
}
