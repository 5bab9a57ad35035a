import { z } from "zod";
import { openCall } from "@/server/commands/calls/visible-call";
import { defineCommand } from "@/server/commands/command";
import { DeletionReason } from "@/server/domain/calls/deletion";
import { CallId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import { hadPartInCall } from "@/server/store/calls/accessible-call";
import { addCallDeletion } from "@/server/store/calls/deletions";

/** Takes a call record out of the lists; figures go on counting the call. */
export const deleteCall = defineCommand({
  needs: "calls:delete",
  input: z.object({ callId: CallId, reason: DeletionReason }),
  async run(frame, { callId, reason }) {
    const { tx, actor, at } = frame;
    const call = await openCall(frame, callId);
    if (!call.ok) return call;
    if (call.value.outcome === "in_progress") return refuse("call_in_progress");
    const own = mayDo(actor.role, "calls:readAll") || (await hadPartInCall(tx, actor.userId, callId));
    if (!own) return refuse("call_not_yours");
    const deletion = { callId, reason, deletedAt: at, deletedBy: actor.userId };
    if (!(await addCallDeletion(tx, deletion))) return refuse("call_is_deleted");
    await frame.audit({ action: "call.deleted", subject: "call", subjectId: callId, details: { reason } });
    return done({ callId });
  },
});
