import { and, asc, count, eq, gt, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Queryable } from "@/drizzle/database";
import { calls } from "@/drizzle/schema/calls";
import { ruleSetDrafts, ruleSetVersions } from "@/drizzle/schema/rule-sets";
import { savedViews } from "@/drizzle/schema/saved-views";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { SkillGroupUse } from "@/server/domain/skill-groups/skill-group-use";

type FindUses = (db: Queryable, skillGroupId: SkillGroupId) => Promise<SkillGroupUse[]>;

/** Each kind of place that can use a group; a new kind is a line here. */
const places: readonly FindUses[] = [findCalls, findVersions, findDrafts, findViews];

/** Everywhere that a skill group is used: while there is any such place, it cannot be archived. */
export async function findSkillGroupUses(
  db: Queryable,
  skillGroupId: SkillGroupId,
): Promise<SkillGroupUse[]> {
  const found: SkillGroupUse[] = [];
  for (const findUses of places) found.push(...(await findUses(db, skillGroupId)));
  return found;
}

/** Calls that wait in its queue or came from there to an agent, and have not ended. */
async function findCalls(db: Queryable, skillGroupId: SkillGroupId): Promise<SkillGroupUse[]> {
  const [row] = await db
    .select({ count: count() })
    .from(calls)
    .where(and(eq(calls.outcome, "in_progress"), eq(calls.skillGroupId, skillGroupId)));
  return row && row.count > 0 ? [{ kind: "calls", count: row.count }] : [];
}

/** The rules that are in force or will be. */
async function findVersions(db: Queryable, skillGroupId: SkillGroupId): Promise<SkillGroupUse[]> {
  const { number, ruleSet, effectiveFrom, effectiveUntil } = ruleSetVersions;
  const isToCome = or(isNull(effectiveUntil), gt(effectiveUntil, sql`greatest(now(), ${effectiveFrom})`));
  const versions = await db
    .select({ number })
    .from(ruleSetVersions)
    .where(and(isToCome, names(ruleSet, skillGroupId)))
    .orderBy(asc(number));
  return versions.map((version) => ({ kind: "version", ...version }));
}

async function findDrafts(db: Queryable, skillGroupId: SkillGroupId): Promise<SkillGroupUse[]> {
  const { name, ruleSet, discardedAt } = ruleSetDrafts;
  const drafts = await db
    .select({ name })
    .from(ruleSetDrafts)
    .where(and(isNull(discardedAt), names(ruleSet, skillGroupId)))
    .orderBy(asc(name), asc(ruleSetDrafts.draftId));
  return drafts.map((draft) => ({ kind: "draft", ...draft }));
}

/** An id stands nowhere in a rule set but where its group is named. */
function names(ruleSet: AnyPgColumn, skillGroupId: SkillGroupId): SQL {
  return sql`${ruleSet}::text like ${`%${skillGroupId}%`}`;
}

/** The state of a page names a group by its id, wherever in the query. */
async function findViews(db: Queryable, skillGroupId: SkillGroupId): Promise<SkillGroupUse[]> {
  const views = await db
    .select({
      page: savedViews.page,
      name: savedViews.name,
      shared: savedViews.shared,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.userId, savedViews.ownerId))
    .where(like(savedViews.query, `%${skillGroupId}%`))
    .orderBy(asc(savedViews.name), asc(savedViews.savedViewId));
  return views.map(({ page, name, shared, ownerName }) => ({
    kind: "savedView",
    page,
    ownerName,
    name: shared ? name : null,
  }));
}
