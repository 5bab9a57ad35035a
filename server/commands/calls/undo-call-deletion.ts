import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { undoDeletionMs } from "@/server/domain/calls/deletion";
import { CallId } from "@/server/domain/identifiers";
import { callScopeOf } from "@/server/domain/people/viewer";
import { done, refuse } from "@/server/domain/refusal";
import { findAccessibleCall } from "@/server/store/calls/accessible-call";
import { removeCallDeletion } from "@/server/store/calls/deletions";

/** Takes one's own deletion back while it is fresh: who may delete need not be someone who may restore. */
export const undoCallDeletion = defineCommand({
  needs: "calls:delete",
  input: z.object({ callId: CallId }),
  async run(frame, { callId }) {
    const { tx, actor, at } = frame;
    const call = await findAccessibleCall(tx, callScopeOf(actor), callId);
    if (!call) return refuse("call_not_found");
    if (call.deletedAt === null) return refuse("call_not_deleted");
    if (call.deletedBy !== actor.userId) return refuse("undo_not_yours");
    if (at - call.deletedAt > undoDeletionMs) return refuse("undo_too_late");
    await removeCallDeletion(tx, callId);
    await frame.audit({ action: "call.deletion_undone", subject: "call", subjectId: callId });
    return done({ callId });
  },
});
