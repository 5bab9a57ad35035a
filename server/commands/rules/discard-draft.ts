import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { draftForChange } from "@/server/commands/rules/draft-for-change";
import { done } from "@/server/domain/refusal";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { markDraftDiscarded } from "@/server/store/rule-set-drafts";

/** Takes a draft out of the list. Its rules are kept, so that it can be brought back. */
export const discardDraft = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({ draftId: DraftId }),
  async run({ tx, at, audit }, { draftId }) {
    const draft = await draftForChange(tx, draftId);
    if (!draft.ok) return draft;
    await markDraftDiscarded(tx, draftId, at);
    await audit({
      action: "ruleSetDraft.discarded",
      subject: "ruleSetDraft",
      subjectId: draftId,
      details: { name: draft.value.name },
    });
    return done(null);
  },
});
