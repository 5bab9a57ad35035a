import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable, Transaction } from "@/drizzle/database";
import { ruleSetDrafts } from "@/drizzle/schema/rule-sets";
import { users } from "@/drizzle/schema/users";
import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { type DraftId, RuleContent } from "@/server/domain/routing/versions/draft";

type NewDraft = Omit<typeof ruleSetDrafts.$inferInsert, "ruleSet" | "examples"> & RuleContent;

const { draftId, name, basedOn, revision, updatedAt, discardedAt } = ruleSetDrafts;
const editors = alias(users, "editor");

const summary = { draftId, name, basedOn, revision, updatedAt, updatedByName: editors.name };

/** The drafts that are worked on, the last changed first. */
export function listDrafts(db: Queryable) {
  return db
    .select(summary)
    .from(ruleSetDrafts)
    .innerJoin(editors, eq(editors.userId, ruleSetDrafts.updatedBy))
    .where(isNull(discardedAt))
    .orderBy(desc(updatedAt), desc(draftId));
}

/** A draft with its rules. JSON comes back with its properties in the order that the schema gives them. */
export async function findDraft(db: Queryable, wanted: DraftId) {
  const [draft] = await db
    .select({ ...summary, ruleSet: ruleSetDrafts.ruleSet, examples: ruleSetDrafts.examples })
    .from(ruleSetDrafts)
    .innerJoin(editors, eq(editors.userId, ruleSetDrafts.updatedBy))
    .where(and(eq(draftId, wanted), isNull(discardedAt)));
  return draft && { ...draft, ...RuleContent.parse({ ruleSet: draft.ruleSet, examples: draft.examples }) };
}

/** What a command about to change a draft must know of it, locked until the transaction ends. */
export async function lockDraft(tx: Transaction, wanted: DraftId) {
  const [draft] = await tx
    .select({ name, revision, discardedAt, updatedByName: editors.name })
    .from(ruleSetDrafts)
    .innerJoin(editors, eq(editors.userId, ruleSetDrafts.updatedBy))
    .where(eq(draftId, wanted))
    .for("update", { of: ruleSetDrafts });
  return draft;
}

export async function addDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  await tx.insert(ruleSetDrafts).values(draft);
}

interface DraftChange extends RuleContent {
  readonly draftId: DraftId;
  readonly updatedBy: UserId;
  readonly updatedAt: Instant;
}

export async function updateDraft(
  tx: Transaction,
  { draftId: which, ...change }: DraftChange,
): Promise<void> {
  await tx
    .update(ruleSetDrafts)
    .set({ ...change, revision: sql`${revision} + 1` })
    .where(eq(draftId, which));
}

export async function nameDraft(tx: Transaction, which: DraftId, newName: string): Promise<void> {
  await tx.update(ruleSetDrafts).set({ name: newName }).where(eq(draftId, which));
}

/** Takes a draft out of the list, or with null puts it back. */
export async function markDraftDiscarded(tx: Transaction, which: DraftId, at: Instant | null): Promise<void> {
  await tx.update(ruleSetDrafts).set({ discardedAt: at }).where(eq(draftId, which));
}

export async function removeDraft(tx: Transaction, which: DraftId): Promise<void> {
  await tx.delete(ruleSetDrafts).where(eq(draftId, which));
}
