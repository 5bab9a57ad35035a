import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { done, refuse } from "@/server/domain/refusal";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { lockDraft, markDraftDiscarded } from "@/server/store/rule-set-drafts";

/** Brings back a draft that was discarded. */
export const restoreDraft = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({ draftId: DraftId }),
  async run({ tx, audit }, { draftId }) {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refuse("draft_not_found");
    if (draft.discardedAt === null) return done(null);
    await markDraftDiscarded(tx, draftId, null);
    await audit({
      action: "ruleSetDraft.restored",
      subject: "ruleSetDraft",
      subjectId: draftId,
      details: { name: draft.name },
    });
    return done(null);
  },
});
