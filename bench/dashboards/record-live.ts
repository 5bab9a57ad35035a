import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { until } from "@/bench/dashboards/pages";
import { connect } from "@/drizzle/database";
import type { CallEvent } from "@/server/domain/calls/event";
import { listAgents } from "@/server/store/calls/list-agents";
import { type CallNews, prepareCall, recordCalls } from "@/server/store/calls/record-calls";
import { listSkillGroups } from "@/server/store/skill-groups";

// In a process of its own, records calls of the last day one after the other and prints a dot for each, until it
// is ended.

/** As many changes of calls come in meanwhile as in the busy hour of a floor that has five million calls in a year. */
const CHANGE_EVERY_MS = 125;
const SECOND_MS = 1000;

const nobody = { customerNumber: null, customerName: null, customerRef: null, lineNumber: null, place: null };

const { db } = connect(process.argv[2] ?? "", { max: 1 });
const agents = await listAgents(db);
const groups = await listSkillGroups(db);
for (let calls = 0; ; calls += 1) {
  const agentId = agents[calls % agents.length]?.userId;
  const skillGroupId = groups[calls % groups.length]?.skillGroupId;
  if (agentId === undefined || skillGroupId === undefined)
    throw new Error("the database has no agents or groups");
  const news = answeredCall(until - 3600 * SECOND_MS + calls * SECOND_MS, { agentId, skillGroupId });
  await db.transaction((tx) =>
    recordCalls(tx, { provider: "bench", importId: null }, [prepareCall("bench", news)]),
  );
  process.stdout.write(".");
  await setTimeout(CHANGE_EVERY_MS);
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
