import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { draftForChange } from "@/server/commands/rules/draft-for-change";
import { done } from "@/server/domain/refusal";
import { DraftId, DraftName } from "@/server/domain/routing/versions/draft";
import { nameDraft } from "@/server/store/rule-set-drafts";

/** Gives a draft another name; its rules, and so its revision, stay as they are. */
export const renameDraft = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({ draftId: DraftId, name: DraftName }),
  async run({ tx, audit }, { draftId, name }) {
    const draft = await draftForChange(tx, draftId);
    if (!draft.ok) return draft;
    await nameDraft(tx, draftId, name);
    await audit({
      action: "ruleSetDraft.renamed",
      subject: "ruleSetDraft",
      subjectId: draftId,
      details: { before: { name: draft.value.name }, name },
    });
    return done(null);
  },
});
