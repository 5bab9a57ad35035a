import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { draftAsSeen } from "@/server/commands/rules/draft-for-change";
import { findKnownGroups } from "@/server/commands/rules/known-groups";
import { done } from "@/server/domain/refusal";
import { DraftId } from "@/server/domain/routing/versions/draft";
import { readContent } from "@/server/domain/routing/versions/read-content";
import { updateDraft } from "@/server/store/rule-set-drafts";

/** Keeps a draft as it stands, many times a minute: who began and who published it is audited, not each key. */
export const keepRuleDraft = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({
    draftId: DraftId,
    revision: z.int().min(1),
    // Read by itself, so that a refusal says where the fault is.
    ruleSet: z.unknown(),
    examples: z.unknown(),
  }),
  async run({ tx, actor, at }, { draftId, revision, ...content }) {
    const draft = await draftAsSeen(tx, { draftId, revision });
    if (!draft.ok) return draft;
    const read = readContent(content, await findKnownGroups(tx));
    if (!read.ok) return read;
    await updateDraft(tx, { draftId, ...read.value, updatedBy: actor.userId, updatedAt: at });
    return done({ revision: revision + 1 });
  },
});
