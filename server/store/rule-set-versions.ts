import { and, desc, eq, gt, isNull, lt, lte, max, ne, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { users } from "@/drizzle/schema/users";
import type { Instant } from "@/server/domain/instant";
import { RuleContent } from "@/server/domain/routing/versions/draft";

export const versionsPageSize = 50;

type NewVersion = Omit<typeof ruleSetVersions.$inferInsert, "ruleSet" | "examples"> & RuleContent;

const { number, comment, publishedAt, effectiveFrom, effectiveUntil } = ruleSetVersions;

const summary = { number, comment, authorName: users.name, publishedAt, effectiveFrom, effectiveUntil };

/** It is to be at some time: one that ends as it begins was called off. */
const comesToBe = or(isNull(effectiveUntil), lt(effectiveFrom, effectiveUntil));

function isLiveAt(at: Instant): SQL | undefined {
  return and(lte(effectiveFrom, at), or(isNull(effectiveUntil), gt(effectiveUntil, at)));
}

function selectSummaries(db: Queryable) {
  return db
    .select(summary)
    .from(ruleSetVersions)
    .innerJoin(users, eq(users.userId, ruleSetVersions.authorId));
}

/** A version without its rules; undefined where none is live. */
export async function findLiveVersion(db: Queryable, at: Instant) {
  const [version] = await selectSummaries(db).where(isLiveAt(at));
  return version;
}

/** The versions that come to be later, the next one first. */
export function listScheduledVersions(db: Queryable, at: Instant) {
  return selectSummaries(db)
    .where(and(gt(effectiveFrom, at), comesToBe))
    .orderBy(effectiveFrom);
}

/** The newest versions first, from below a number on. */
export function findVersions(db: Queryable, below: number | undefined) {
  return selectSummaries(db)
    .where(below === undefined ? undefined : lt(number, below))
    .orderBy(desc(number))
    .limit(versionsPageSize);
}

/** A version with its rules. JSON comes back with its properties in the order that the schema gives them. */
export async function findVersion(db: Queryable, wanted: number) {
  const [version] = await db
    .select({ ...summary, ruleSet: ruleSetVersions.ruleSet, examples: ruleSetVersions.examples })
    .from(ruleSetVersions)
    .innerJoin(users, eq(users.userId, ruleSetVersions.authorId))
    .where(eq(number, wanted));
  return (
    version && { ...version, ...RuleContent.parse({ ruleSet: version.ruleSet, examples: version.examples }) }
  );
}

/** Whoever publishes or calls off waits here for whoever does already, until their transaction ends. */
export async function lockVersions(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rule_set_version'))`);
}

/** The highest number and the last publication so far; null before the first. */
export async function findLastPublication(tx: Transaction) {
  const [last] = await tx
    .select({ number: max(number), publishedAt: max(publishedAt) })
    .from(ruleSetVersions);
  return { number: last?.number ?? 0, publishedAt: last?.publishedAt ?? null };
}

/** The version in whose time an instant lies. */
export async function findVersionAt(tx: Transaction, at: Instant) {
  const [version] = await tx
    .select({ number, effectiveFrom, effectiveUntil })
    .from(ruleSetVersions)
    .where(isLiveAt(at));
  return version;
}

/** The first version that comes to be after an instant. */
export async function findVersionAfter(tx: Transaction, at: Instant) {
  const [version] = await tx
    .select({ number, effectiveFrom })
    .from(ruleSetVersions)
    .where(and(gt(effectiveFrom, at), comesToBe))
    .orderBy(effectiveFrom)
    .limit(1);
  return version;
}

/** The version whose time ends as that of another begins. */
export async function findVersionUntil(tx: Transaction, at: Instant, other: number) {
  const [version] = await tx
    .select({ number })
    .from(ruleSetVersions)
    .where(and(eq(effectiveUntil, at), comesToBe, ne(number, other)));
  return version;
}

export async function addVersion(tx: Transaction, version: NewVersion): Promise<void> {
  await tx.insert(ruleSetVersions).values(version);
}

/** The one thing about a version that changes: when its time ends. */
export async function endVersion(tx: Transaction, which: number, until: Instant | null): Promise<void> {
  await tx.update(ruleSetVersions).set({ effectiveUntil: until }).where(eq(number, which));
}
