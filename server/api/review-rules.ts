import type { Queryable } from "@/drizzle/database";
import { unwrap } from "@/server/api/errors";
import type { Instant } from "@/server/domain/instant";
import { done, refuse } from "@/server/domain/refusal";
import type { FindingPlace } from "@/server/domain/routing/analysis/finding";
import type { RuleSet } from "@/server/domain/routing/rule";
import type { DraftId, RuleContent } from "@/server/domain/routing/versions/draft";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";
import { meaningOf } from "@/server/domain/routing/versions/meaning";
import { readinessOf } from "@/server/domain/routing/versions/readiness";
import { readRoutingKnowledge } from "@/server/store/routing-knowledge";
import { findDraft } from "@/server/store/rule-set-drafts";
import { findLiveVersion, findVersion } from "@/server/store/rule-set-versions";

/** A draft that somebody works on; a refusal where it was published or discarded. */
export async function getDraft(db: Queryable, draftId: DraftId) {
  const draft = await findDraft(db, draftId);
  return unwrap(draft ? done(draft) : refuse("draft_not_found"));
}

/** A version with its rules; a refusal where there is none of that number. */
export async function getVersion(db: Queryable, number: number) {
  const version = await findVersion(db, number);
  return unwrap(version ? done(version) : refuse("version_not_found"));
}

/** The live version with its rules; null before the first. */
export async function getLiveVersion(db: Queryable, now: Instant) {
  const live = await findLiveVersion(db, now);
  return live ? await getVersion(db, live.number) : null;
}

/** The rule or the group that a finding is about, by its name. */
function nameOf(place: FindingPlace | null, { queueRules }: RuleSet, { groups }: Knowledge): string | null {
  if (place === null) return null;
  const named =
    "ruleId" in place
      ? queueRules.find(({ ruleId }) => ruleId === place.ruleId)
      : groups.find(({ skillGroupId }) => skillGroupId === place.skillGroupId);
  return named?.name ?? null;
}

/** What publishing would change for calls against what is live, and what stands against it. */
export async function reviewAgainstLive(db: Queryable, { ruleSet, examples }: RuleContent, now: Instant) {
  const [live, knowledge] = await Promise.all([getLiveVersion(db, now), readRoutingKnowledge(db)]);
  const { errors, entangled, red } = readinessOf({ ruleSet, examples }, knowledge, now);
  return {
    live: live?.number ?? null,
    meaning: live && meaningOf({ before: live.ruleSet, after: ruleSet }, knowledge, now),
    errors: errors.map(({ fault, place }) => ({
      kind: fault.kind,
      place,
      name: nameOf(place, ruleSet, knowledge),
    })),
    entangled: entangled.flatMap((ruleId) => nameOf({ ruleId }, ruleSet, knowledge) ?? []),
    red: red.map(({ exampleId, name }) => ({ exampleId, name })),
  };
}

/** What calls would notice of going from one version to another. */
export async function compareVersions(
  db: Queryable,
  { before, after, now }: { readonly before: number; readonly after: number; readonly now: Instant },
) {
  const [one, other, knowledge] = await Promise.all([
    getVersion(db, before),
    getVersion(db, after),
    readRoutingKnowledge(db),
  ]);
  return meaningOf({ before: one.ruleSet, after: other.ruleSet }, knowledge, now);
}
