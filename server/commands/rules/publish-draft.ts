import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { draftAsSeen } from "@/server/commands/rules/draft-for-change";
import { publishVersion } from "@/server/commands/rules/publish-version";
import { Instant } from "@/server/domain/instant";
import { refuse } from "@/server/domain/refusal";
import { DraftId, PublishComment } from "@/server/domain/routing/versions/draft";
import { findDraft, removeDraft } from "@/server/store/rule-set-drafts";

/** Makes a draft, as whoever publishes it has seen it, the next version. The draft itself is then gone. */
export const publishDraft = defineCommand({
  needs: "rules:publish",
  input: z.strictObject({
    draftId: DraftId,
    revision: z.int().min(1),
    comment: PublishComment,
    effectiveAt: Instant.nullable(),
  }),
  async run(frame, { draftId, revision, comment, effectiveAt }) {
    const seen = await draftAsSeen(frame.tx, { draftId, revision });
    if (!seen.ok) return seen;
    const draft = await findDraft(frame.tx, draftId);
    if (!draft) return refuse("draft_not_found");
    const { ruleSet, examples, name, basedOn } = draft;
    const published = await publishVersion(frame, {
      content: { ruleSet, examples },
      comment,
      effectiveAt,
      origin: { draftId, draftName: name, basedOn },
    });
    if (published.ok) await removeDraft(frame.tx, draftId);
    return published;
  },
});
