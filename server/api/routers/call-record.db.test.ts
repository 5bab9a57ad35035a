import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { refusalOf } from "@/server/api/errors";
import { createCaller } from "@/server/api/root";
import { type CallId, SkillGroupId } from "@/server/domain/identifiers";
import { mentionToken } from "@/server/domain/notes/mention";
import type { Viewer } from "@/server/domain/people/viewer";
import type { RefusalReason } from "@/server/domain/refusal";
import type { Condition } from "@/server/domain/routing/condition";
import { unknownCall } from "@/server/domain/routing/facts";
import { RuleId } from "@/server/domain/routing/rule";
import { decideAndKeep } from "@/server/domain/routing/stored-decision";
import { starterRuleSet } from "@/server/domain/routing/versions/starter";
import { addRoutingDecisions } from "@/server/store/routing-decisions";
import { createViewer, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const apiFor = (viewer: Viewer) => createCaller({ db, viewer, now: () => someInstant });
const minutes = (count: number) => count * 60_000;

async function refusalFrom(answer: Promise<unknown>): Promise<RefusalReason | undefined> {
  try {
    await answer;
  } catch (error) {
    return error instanceof TRPCError ? refusalOf(error)?.reason : undefined;
  }
  return undefined;
}

const starter = starterRuleSet({
  ruleId: RuleId.parse("1b671a64-40d5-491e-99b0-da01ff1f3341"),
  name: "Everything",
  skillGroupId: SkillGroupId.parse("2b671a64-40d5-491e-99b0-da01ff1f3341"),
  timeZone: "Asia/Shanghai",
});
const byNumber: Condition = { fact: "callerNumber", operator: "startsWith", values: ["+86139"] };
const routedByNumber = decideAndKeep(
  { kind: "arrival", facts: { ...unknownCall, callerNumber: "+8613812345678" } },
  {
    ruleSet: { ...starter, queueRules: starter.queueRules.map((rule) => ({ ...rule, when: byNumber })) },
    ruleSetVersion: 1,
  },
  { floor: { groups: [], agents: [], waiting: [] }, now: someInstant },
);

async function ownCall() {
  const agent = await createViewer(db, "agent");
  return { agent, callId: await createCall(db, { agentId: agent.userId }) };
}

describe("the page of a call", () => {
  test("shows what the fold says, drawn from the same events, and never the whole number", async () => {
    const { agent, callId } = await ownCall();
    for (const viewer of [agent, await createViewer(db, "supervisor"), await createViewer(db, "manager")]) {
      const { call, visits, legs, timeline } = await apiFor(viewer).callRecord.byId({ callId });
      expect(call).toMatchObject({ agent: agent.name, outcome: "answered", talkMs: 60_000, deletion: null });
      expect(call.customerNumber).toBe("+86 138 •••• 5678");
      expect(visits).toMatchObject([{ outcome: "answered", answeredByName: agent.name, waitMs: 7000 }]);
      expect(legs).toMatchObject([{ agent: agent.name, ringMs: 4000, wrapUpMs: 11_000 }]);
      expect(timeline?.lanes.map(({ lane }) => lane.kind)).toEqual(["caller", "queue", "agent"]);
    }
  });

  test("looks the same to an agent for another's call and for one that never was", async () => {
    const { callId } = await ownCall();
    const stranger = apiFor(await createViewer(db, "agent"));
    expect(await refusalFrom(stranger.callRecord.byId({ callId }))).toBe("call_not_found");
    const { callId: other } = await ownCall();
    const never = other.replace(/.{4}$/, "0000");
    expect(await refusalFrom(stranger.callRecord.byId({ callId: never }))).toBe("call_not_found");
  });

  test("opens the customer's earlier calls to an agent only while the customer is on the line", async () => {
    const { callId } = await ownCall();
    const byReference = await createCall(db, {
      agentId: (await createViewer(db, "agent")).userId,
      customerNumber: null,
      customerRef: "K-77",
    });
    const handling = await createViewer(db, "agent");
    const api = apiFor(handling);
    await createCall(db, { agentId: handling.userId, customerRef: "K-77", ongoing: true });
    expect((await api.callRecord.byId({ callId })).call.callId).toBe(callId);
    expect((await api.callRecord.byId({ callId: byReference })).call.callId).toBe(byReference);
  });

  test("tells how the call was routed to whoever may read it, and never the whole number", async () => {
    const { agent, callId } = await ownCall();
    await addRoutingDecisions(db, [{ callId, decisions: [routedByNumber] }]);
    for (const viewer of [agent, await createViewer(db, "supervisor"), await createViewer(db, "manager")]) {
      const { decisions } = await apiFor(viewer).callRecord.decisions({ callId });
      expect(decisions).toMatchObject([{ topic: { about: "queue" }, ruleSetVersion: 1 }]);
      expect(JSON.stringify(decisions)).not.toContain("12345678");
    }
    const stranger = apiFor(await createViewer(db, "agent"));
    expect(await refusalFrom(stranger.callRecord.decisions({ callId }))).toBe("call_not_found");
  });

  test("of a deleted call stays open, with the reason, to supervisors and managers only", async () => {
    const { agent, callId } = await ownCall();
    await apiFor(agent).callRecord.delete({ callId, reason: "wrong number" });
    expect(await refusalFrom(apiFor(agent).callRecord.byId({ callId }))).toBe("call_not_found");
    const manager = apiFor(await createViewer(db, "manager"));
    expect((await manager.callRecord.byId({ callId })).call.deletion).toEqual({
      at: someInstant,
      by: agent.name,
      reason: "wrong number",
    });
  });

  test("leads to the customer's calls before and after it, past deleted ones", async () => {
    const agent = await createViewer(db, "agent");
    const customerNumber = "+8613911112222";
    const at = (minute: number) =>
      createCall(db, { agentId: agent.userId, customerNumber, startedAt: someInstant + minutes(minute) });
    const [first, second, third, fourth] = [await at(0), await at(10), await at(20), await at(30)];
    const api = apiFor(agent);
    await api.callRecord.delete({ callId: third, reason: "x" });
    const { neighbours } = await api.callRecord.byId({ callId: second });
    expect(neighbours.previous?.callId).toBe(first);
    expect(neighbours.next?.callId).toBe(fourth);
  });
});

describe("the raw events", () => {
  test("are for supervisors, and do not tell the number either", async () => {
    const { agent, callId } = await ownCall();
    expect(await refusalFrom(apiFor(agent).callRecord.events({ callId, after: null }))).toBe(
      "missing_permission",
    );
    const supervisor = apiFor(await createViewer(db, "supervisor"));
    const { events, more } = await supervisor.callRecord.events({ callId, after: null });
    expect(more).toBe(false);
    expect(events).toHaveLength(7);
    expect(events[0]).toMatchObject({ type: "callArrived", raw: "arrived +86 138 •••• 5678" });
    expect(JSON.stringify(events)).not.toContain("13800005678");
    const rest = await supervisor.callRecord.events({ callId, after: events[4] ?? null });
    expect(rest.events.map(({ sourceId }) => sourceId)).toEqual(["6", "7"]);
  });
});

describe("the agent's last calls", () => {
  test("are the ten last, and a deleted one is made up for by the next older", async () => {
    const agent = await createViewer(db, "agent");
    const api = apiFor(agent);
    const oldestFirst: CallId[] = [];
    for (let index = 0; index < 12; index += 1) {
      oldestFirst.push(
        await createCall(db, { agentId: agent.userId, startedAt: someInstant + minutes(index) }),
      );
    }
    const youngestFirst = oldestFirst.toReversed();
    const shown = async () => (await api.workbench.recentCalls()).map(({ callId }) => callId);
    expect(await shown()).toEqual(youngestFirst.slice(0, 10));
    const [, second] = youngestFirst;
    if (!second) throw new Error("twelve calls were made");
    await api.callRecord.delete({ callId: second, reason: "x" });
    expect(await shown()).toEqual(youngestFirst.filter((callId) => callId !== second).slice(0, 10));
    await api.callRecord.undoDeletion({ callId: second });
    expect(await shown()).toEqual(youngestFirst.slice(0, 10));
  });

  test("never tell whole numbers", async () => {
    const { agent } = await ownCall();
    expect(await apiFor(agent).workbench.recentCalls()).toMatchObject([
      { customerNumber: "+86 138 •••• 5678" },
    ]);
  });
});

describe("the notes of a call", () => {
  test("say what the viewer may do to each", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    await apiFor(agent).notes.write({ callId, body: "mine" });
    await apiFor(agent).notes.keepDraft({ callId, body: "and" });
    expect(await apiFor(agent).notes.ofCall({ callId })).toMatchObject({
      mayWrite: true,
      draft: { body: "and" },
      notes: [{ mayEdit: true, mayDelete: true, mayPin: true }],
    });
    expect(await apiFor(supervisor).notes.ofCall({ callId })).toMatchObject({
      draft: null,
      notes: [{ mayEdit: false, mayDelete: true, mayPin: true }],
    });
    expect(await apiFor(await createViewer(db, "manager")).notes.ofCall({ callId })).toMatchObject({
      notes: [{ mayEdit: false, mayDelete: false, mayPin: false }],
    });
  });

  test("keep their revisions from who may not see the call", async () => {
    const { agent, callId } = await ownCall();
    const { noteId } = await apiFor(agent).notes.write({ callId, body: "one" });
    await apiFor(agent).notes.edit({ noteId, revision: 1, body: "two" });
    expect(await apiFor(agent).notes.revisions({ noteId })).toMatchObject([{ body: "one" }]);
    const stranger = apiFor(await createViewer(db, "agent"));
    expect(await refusalFrom(stranger.notes.revisions({ noteId }))).toBe("call_not_found");
  });

  test("count as unread mentions until they are marked, without the caller's number", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    await apiFor(agent).notes.write({ callId, body: `ask ${mentionToken("x", supervisor.userId)}` });
    const api = apiFor(supervisor);
    expect(await api.mentions.unread()).toBe(1);
    const { mentions } = await api.mentions.list({ unreadOnly: true, after: null });
    expect(mentions).toMatchObject([{ call: { customerNumber: "+86 138 •••• 5678" } }]);
    await api.mentions.markRead({ noteIds: "all" });
    expect(await api.mentions.unread()).toBe(0);
    expect((await api.mentions.list({ unreadOnly: true, after: null })).mentions).toEqual([]);
  });
});
