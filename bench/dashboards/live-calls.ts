import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { until } from "@/bench/dashboards/pages";
import { withConnection } from "@/bench/database";
import type { Database } from "@/drizzle/database";
import type { CallEvent } from "@/server/domain/calls/event";
import { listAgents } from "@/server/store/calls/list-agents";
import { type CallNews, prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { listSkillGroups } from "@/server/store/skill-groups";

/** As many changes of calls come in meanwhile as in the busy hour of a floor that has five million calls in a year. */
const CHANGE_EVERY_MS = 125;
const SECOND_MS = 1000;

const nobody = { customerNumber: null, customerName: null, customerRef: null, lineNumber: null, place: null };

/** Works while calls of the last day are recorded, one after the other. Answers how many were, too. */
export async function whileCallsComeIn<Value>(
  url: string,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly calls: number }> {
  return await withConnection(url, async ({ db }) => {
    const working = new AbortController();
    const recording = recordUntil(db, working.signal);
    try {
      const value = await work();
      working.abort();
      return { value, calls: await recording };
    } finally {
      working.abort();
    }
  });
}

async function recordUntil(db: Database, isOver: AbortSignal): Promise<number> {
  const agents = await listAgents(db);
  const groups = await listSkillGroups(db);
  let calls = 0;
  while (!isOver.aborted) {
    const agentId = agents[calls % agents.length]?.userId;
    const skillGroupId = groups[calls % groups.length]?.skillGroupId;
    if (agentId === undefined || skillGroupId === undefined)
      throw new Error("the database has no agents or groups");
    const news = answeredCall(until - 3600 * SECOND_MS + calls * SECOND_MS, { agentId, skillGroupId });
    await db.transaction((tx) =>
      recordCalls(tx, { provider: "bench", importId: null }, [prepareCall("bench", news)]),
    );
    calls += 1;
    await setTimeout(CHANGE_EVERY_MS);
  }
  return calls;
}

type Who = Pick<Extract<CallEvent, { type: "agentOffered" }>, "agentId"> &
  Pick<Extract<CallEvent, { type: "queueEntered" }>, "skillGroupId">;

function answeredCall(at: number, { agentId, skillGroupId }: Who): CallNews {
  const after = (seconds: number) => ({ sourceId: String(seconds), at: at + seconds * SECOND_MS });
  const queue = { priority: 0, serviceLevelSeconds: 20, shortAbandonSeconds: 5, ruleSetVersion: null };
  return {
    providerCallId: randomUUID(),
    events: [
      { type: "callArrived", ...after(0), ...nobody },
      { type: "queueEntered", ...after(1), ...queue, skillGroupId },
      { type: "agentOffered", ...after(9), agentId },
      { type: "agentAnswered", ...after(12), agentId },
      { type: "callerHungUp", ...after(200) },
      { type: "wrapUpStarted", ...after(201), agentId },
      { type: "wrapUpFinished", ...after(230), agentId },
      { type: "callEnded", ...after(231), cause: "normal" },
    ],
  };
}
