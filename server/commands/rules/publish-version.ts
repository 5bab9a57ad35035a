import type { Frame } from "@/server/commands/command";
import type { Instant } from "@/server/domain/instant";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { readinessOf, requireReady } from "@/server/domain/routing/versions/readiness";
import { readRoutingKnowledge } from "@/server/store/routing-knowledge";
import {
  addVersion,
  endVersion,
  findLastPublication,
  findVersionAfter,
  findVersionAt,
  lockVersions,
} from "@/server/store/rule-set-versions";

interface Publication {
  readonly content: RuleContent;
  readonly comment: string;
  /** Null for at once. */
  readonly effectiveAt: Instant | null;
  /** What it was published from, for the audit. */
  readonly origin: Record<string, unknown>;
}

/** Writes a version in the frame of the command that it comes from: it has no errors and no red example. */
export async function publishVersion(
  frame: Frame,
  { content, comment, effectiveAt, origin }: Publication,
): Promise<Outcome<{ number: number }>> {
  const { tx, actor, at, audit } = frame;
  if (effectiveAt !== null && effectiveAt <= at) return refuse("publish_in_past");
  const ready = requireReady(readinessOf(content, await readRoutingKnowledge(tx), at));
  if (!ready.ok) return ready;
  await lockVersions(tx);
  const last = await findLastPublication(tx);
  // Of two who publish at once the second waits: it counts as later, whenever it was asked for.
  const publishedAt = last.publishedAt === null ? at : Math.max(at, last.publishedAt + 1);
  const effectiveFrom = effectiveAt ?? publishedAt;
  if (effectiveFrom < publishedAt) return refuse("publish_in_past");
  const current = await findVersionAt(tx, effectiveFrom);
  if (current?.effectiveFrom === effectiveFrom) return refuse("publish_instant_taken");
  const effectiveUntil = (await findVersionAfter(tx, effectiveFrom))?.effectiveFrom ?? null;
  if (current) await endVersion(tx, current.number, effectiveFrom);
  const number = last.number + 1;
  await addVersion(tx, {
    number,
    ...content,
    comment,
    authorId: actor.userId,
    publishedAt,
    effectiveFrom,
    effectiveUntil,
  });
  await audit({
    action: "ruleSet.published",
    subject: "ruleSet",
    subjectId: String(number),
    details: { comment, effectiveFrom, ...origin },
  });
  return done({ number });
}
