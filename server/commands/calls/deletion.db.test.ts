import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "@/drizzle/schema/audit";
import { deleteCall } from "@/server/commands/calls/delete-call";
import { restoreCall } from "@/server/commands/calls/restore-call";
import { revealNumber } from "@/server/commands/calls/reveal-number";
import { undoCallDeletion } from "@/server/commands/calls/undo-call-deletion";
import { undoDeletionMs } from "@/server/domain/calls/deletion";
import type { Viewer } from "@/server/domain/people/viewer";
import { createViewer, someInstant } from "@/server/testing/factories";
import { createCall } from "@/server/testing/recorded-call";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const as = (actor: Viewer, at = someInstant) => ({ db, actor, now: () => at });

async function auditOf(subjectId: string) {
  return await db
    .select({ action: auditEntries.action, actorId: auditEntries.actorId, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(auditEntries.auditEntryId);
}

async function ownCall() {
  const agent = await createViewer(db, "agent");
  return { agent, callId: await createCall(db, { agentId: agent.userId }) };
}

describe("deleting a call record", () => {
  test("needs a reason, and the reason stands in the audit", async () => {
    const { agent, callId } = await ownCall();
    expect(await deleteCall(as(agent), { callId, reason: "  " })).toMatchObject({ reason: "invalid_input" });
    expect(await auditOf(callId)).toEqual([]);

    expect(await deleteCall(as(agent), { callId, reason: "wrong number" })).toMatchObject({ ok: true });
    expect(await auditOf(callId)).toEqual([
      { action: "call.deleted", actorId: agent.userId, details: { reason: "wrong number" } },
    ]);
  });

  test("happens once, whoever is second", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    const both = await Promise.all([
      deleteCall(as(agent), { callId, reason: "duplicate" }),
      deleteCall(as(supervisor), { callId, reason: "duplicate" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await auditOf(callId)).toHaveLength(1);
  });

  test("is refused while the call goes on", async () => {
    const agent = await createViewer(db, "agent");
    const callId = await createCall(db, { agentId: agent.userId, ongoing: true });
    expect(await deleteCall(as(agent), { callId, reason: "x" })).toMatchObject({
      reason: "call_in_progress",
    });
  });

  test("of somebody else's call looks to an agent as if there were no such call", async () => {
    const { callId } = await ownCall();
    const stranger = await createViewer(db, "agent");
    expect(await deleteCall(as(stranger), { callId, reason: "x" })).toMatchObject({
      reason: "call_not_found",
    });
  });

  test("is refused to an agent who only sees the call because the customer is on the line", async () => {
    const { callId } = await ownCall();
    const handling = await createViewer(db, "agent");
    await createCall(db, { agentId: handling.userId, ongoing: true });
    expect(await deleteCall(as(handling), { callId, reason: "x" })).toMatchObject({
      reason: "call_not_yours",
    });
  });

  test("is not for managers", async () => {
    const { callId } = await ownCall();
    const manager = await createViewer(db, "manager");
    expect(await deleteCall(as(manager), { callId, reason: "x" })).toMatchObject({
      reason: "missing_permission",
    });
  });
});

describe("taking a deletion back", () => {
  test("is open to whoever deleted the call, while it is fresh", async () => {
    const { agent, callId } = await ownCall();
    await deleteCall(as(agent), { callId, reason: "oops" });
    expect(await undoCallDeletion(as(agent, someInstant + undoDeletionMs + 1), { callId })).toMatchObject({
      reason: "undo_too_late",
    });
    expect(await undoCallDeletion(as(agent, someInstant + undoDeletionMs), { callId })).toMatchObject({
      ok: true,
    });
    expect((await auditOf(callId)).map(({ action }) => action)).toEqual([
      "call.deleted",
      "call.deletion_undone",
    ]);
  });

  test("is not open to another agent of the same call", async () => {
    const { agent, callId } = await ownCall();
    const handling = await createViewer(db, "agent");
    await createCall(db, { agentId: handling.userId, ongoing: true });
    await deleteCall(as(agent), { callId, reason: "oops" });
    expect(await undoCallDeletion(as(handling), { callId })).toMatchObject({ reason: "undo_not_yours" });
  });

  test("a supervisor restores what anybody deleted, at any time, and only what is deleted", async () => {
    const { agent, callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    expect(await restoreCall(as(supervisor), { callId })).toMatchObject({ reason: "call_not_deleted" });
    await deleteCall(as(agent), { callId, reason: "oops" });
    expect(await restoreCall(as(agent), { callId })).toMatchObject({ reason: "missing_permission" });
    const later = as(supervisor, someInstant + 90 * 86_400_000);
    expect(await restoreCall(later, { callId })).toMatchObject({ ok: true });
    expect((await auditOf(callId)).at(-1)).toMatchObject({
      action: "call.restored",
      actorId: supervisor.userId,
    });
  });
});

describe("revealing a number", () => {
  test("leaves a trace with the name of who looked", async () => {
    const { callId } = await ownCall();
    const supervisor = await createViewer(db, "supervisor");
    expect(await revealNumber(as(supervisor), { callId })).toEqual({
      ok: true,
      value: { number: "+8613800005678" },
    });
    expect(await auditOf(callId)).toEqual([
      { action: "number.revealed", actorId: supervisor.userId, details: {} },
    ]);
  });

  test("is refused to who may not, without a trace and without the number", async () => {
    const { agent, callId } = await ownCall();
    expect(await revealNumber(as(agent), { callId })).toMatchObject({ reason: "missing_permission" });
    expect(await auditOf(callId)).toEqual([]);
  });

  test("says so when the caller withheld the number", async () => {
    const supervisor = await createViewer(db, "supervisor");
    const callId = await createCall(db, { agentId: supervisor.userId, customerNumber: null });
    expect(await revealNumber(as(supervisor), { callId })).toMatchObject({ reason: "number_withheld" });
  });
});
