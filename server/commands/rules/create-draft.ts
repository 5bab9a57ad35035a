import { v7 } from "uuid";
import type { Frame } from "@/server/commands/command";
import { DraftId, type RuleContent } from "@/server/domain/routing/versions/draft";
import { addDraft } from "@/server/store/rule-set-drafts";

interface NewDraft {
  readonly name: string;
  readonly basedOn: number | null;
  readonly content: RuleContent;
}

/** Writes a new draft in the frame of the command that it comes from. */
export async function createDraft(
  { tx, actor, at, audit }: Frame,
  { name, basedOn, content }: NewDraft,
): Promise<{ draftId: DraftId }> {
  const draftId = DraftId.parse(v7({ msecs: at }));
  await addDraft(tx, {
    draftId,
    name,
    basedOn,
    ...content,
    revision: 1,
    createdBy: actor.userId,
    createdAt: at,
    updatedBy: actor.userId,
    updatedAt: at,
  });
  await audit({
    action: "ruleSetDraft.begun",
    subject: "ruleSetDraft",
    subjectId: draftId,
    details: { name, basedOn },
  });
  return { draftId };
}
