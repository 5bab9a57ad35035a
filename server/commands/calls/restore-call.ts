import { z } from "zod";
import { visibleCall } from "@/server/commands/calls/visible-call";
import { defineCommand } from "@/server/commands/command";
import { CallId } from "@/server/domain/identifiers";
import { done, refuse } from "@/server/domain/refusal";
import { removeCallDeletion } from "@/server/store/calls/deletions";

/** Puts a deleted call record back into the lists, whoever deleted it. */
export const restoreCall = defineCommand({
  needs: "calls:restore",
  input: z.object({ callId: CallId }),
  async run(frame, { callId }) {
    const call = await visibleCall(frame, callId);
    if (!call.ok) return call;
    if (!(await removeCallDeletion(frame.tx, callId))) return refuse("call_not_deleted");
    await frame.audit({ action: "call.restored", subject: "call", subjectId: callId });
    return done({ callId });
  },
});
