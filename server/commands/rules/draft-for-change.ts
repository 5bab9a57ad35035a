import type { Transaction } from "@/drizzle/database";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import type { DraftId } from "@/server/domain/routing/versions/draft";
import { lockDraft } from "@/server/store/rule-set-drafts";

interface LockedDraft {
  readonly name: string;
  readonly revision: number;
}

/** A draft that is there, locked until the transaction ends. */
export async function draftForChange(tx: Transaction, draftId: DraftId): Promise<Outcome<LockedDraft>> {
  const draft = await lockDraft(tx, draftId);
  return draft && draft.discardedAt === null ? done(draft) : refuse("draft_not_found");
}

/** The same, as long as it is as whoever changes it has seen it. */
export async function draftAsSeen(
  tx: Transaction,
  { draftId, revision }: { readonly draftId: DraftId; readonly revision: number },
): Promise<Outcome<LockedDraft>> {
  const draft = await lockDraft(tx, draftId);
  if (!draft || draft.discardedAt !== null) return refuse("draft_not_found");
  if (draft.revision !== revision) return refuse("draft_changed", { name: draft.updatedByName });
  return done(draft);
}
