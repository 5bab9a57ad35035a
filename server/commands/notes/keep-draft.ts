import { z } from "zod";
import { openCall } from "@/server/commands/calls/visible-call";
import { defineCommand } from "@/server/commands/command";
import { CallId } from "@/server/domain/identifiers";
import { maskCardNumbers } from "@/server/domain/notes/card-number";
import { draftLengthMax } from "@/server/domain/notes/note-body";
import { done } from "@/server/domain/refusal";
import { dropDraft, keepDraft as storeDraft } from "@/server/store/notes/drafts";

/** Keeps what somebody is writing about a call; an empty draft is none. Card numbers are covered even here. */
export const keepDraft = defineCommand({
  needs: "notes:write",
  input: z.object({ callId: CallId, body: z.string().max(draftLengthMax) }),
  async run(frame, { callId, body }) {
    const { tx, actor, at } = frame;
    const call = await openCall(frame, callId);
    if (!call.ok) return call;
    const text = maskCardNumbers(body.replaceAll("\0", ""));
    if (text.trim() === "") await dropDraft(tx, actor.userId, callId);
    else await storeDraft(tx, { userId: actor.userId, callId, body: text, savedAt: at });
    return done({ savedAt: at });
  },
});
