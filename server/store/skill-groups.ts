import { and, asc, count, eq, inArray, isNotNull, isNull, max, min, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { skillGroupMembers, skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { GroupSettings } from "@/server/domain/routing/group-settings";
import type { SkillGroupState } from "@/server/domain/skill-groups/skill-group";

type NewSkillGroup = typeof skillGroups.$inferInsert;
type SkillGroupUpdate = Partial<Omit<NewSkillGroup, "skillGroupId" | "createdAt">>;

const inState: Record<SkillGroupState, SQL> = {
  active: isNull(skillGroups.archivedAt),
  archived: isNotNull(skillGroups.archivedAt),
};

/** Every skill group, archived ones too: their calls can still be listed. */
export function listSkillGroups(db: Queryable) {
  return db
    .select({
      skillGroupId: skillGroups.skillGroupId,
      name: skillGroups.name,
      archivedAt: skillGroups.archivedAt,
    })
    .from(skillGroups)
    .orderBy(asc(skillGroups.name));
}

export interface ShortAbandons {
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

/** Up to when an abandon is short, in some groups or all that are in use; null where there are none. */
export async function findShortAbandons(
  db: Queryable,
  skillGroupIds: readonly SkillGroupId[] | undefined,
): Promise<ShortAbandons | null> {
  const { shortAbandonSeconds, skillGroupId, archivedAt } = skillGroups;
  const [found] = await db
    .select({ shortestSeconds: min(shortAbandonSeconds), longestSeconds: max(shortAbandonSeconds) })
    .from(skillGroups)
    .where(skillGroupIds ? inArray(skillGroupId, [...skillGroupIds]) : isNull(archivedAt));
  const { shortestSeconds = null, longestSeconds = null } = found ?? {};
  return shortestSeconds === null || longestSeconds === null ? null : { shortestSeconds, longestSeconds };
}

/** What every skill group means to achieve. */
export function listServiceTargets(db: Queryable) {
  return db
    .select({
      skillGroupId: skillGroups.skillGroupId,
      name: skillGroups.name,
      serviceLevelSeconds: skillGroups.serviceLevelSeconds,
      serviceTargetPercent: skillGroups.serviceTargetPercent,
      shortAbandonSeconds: skillGroups.shortAbandonSeconds,
    })
    .from(skillGroups);
}

/** The skill groups in a state by name, each with how many active people are in it. */
export async function findSkillGroups(db: Queryable, state: SkillGroupState) {
  const members = db
    .select({ skillGroupId: skillGroupMembers.skillGroupId, memberCount: count().as("member_count") })
    .from(skillGroupMembers)
    .innerJoin(users, and(eq(users.userId, skillGroupMembers.userId), isNull(users.deactivatedAt)))
    .groupBy(skillGroupMembers.skillGroupId)
    .as("members");
  return await db
    .select({
      skillGroupId: skillGroups.skillGroupId,
      name: skillGroups.name,
      serviceLevelSeconds: skillGroups.serviceLevelSeconds,
      serviceTargetPercent: skillGroups.serviceTargetPercent,
      longestWaitSeconds: skillGroups.longestWaitSeconds,
      queueMax: skillGroups.queueMax,
      hours: skillGroups.hours,
      archivedAt: skillGroups.archivedAt,
      memberCount: sql<number>`coalesce(${members.memberCount}, 0)`.mapWith(Number),
    })
    .from(skillGroups)
    .leftJoin(members, eq(members.skillGroupId, skillGroups.skillGroupId))
    .where(inState[state])
    .orderBy(asc(sql`lower(${skillGroups.name})`), asc(skillGroups.skillGroupId));
}

/** How many skill groups are in each state. */
export async function countSkillGroups(db: Queryable): Promise<Record<SkillGroupState, number>> {
  const countIn = (state: SkillGroupState) =>
    sql<number>`count(*) filter (where ${inState[state]})`.mapWith(Number);
  const [counted] = await db
    .select({ active: countIn("active"), archived: countIn("archived") })
    .from(skillGroups);
  return counted ?? { active: 0, archived: 0 };
}

export async function findSkillGroup(db: Queryable, skillGroupId: SkillGroupId) {
  const [group] = await db.select().from(skillGroups).where(eq(skillGroups.skillGroupId, skillGroupId));
  return group;
}

/** The whole row, locked until the transaction ends, for a command that changes it. */
export async function lockSkillGroup(tx: Transaction, skillGroupId: SkillGroupId) {
  const [group] = await tx
    .select()
    .from(skillGroups)
    .where(eq(skillGroups.skillGroupId, skillGroupId))
    .for("update");
  return group;
}

/** Whether another group, archived ones included, has this name in whichever case. */
export async function isGroupNameTaken(
  db: Queryable,
  name: string,
  exceptId?: SkillGroupId,
): Promise<boolean> {
  const [other] = await db
    .select({ skillGroupId: skillGroups.skillGroupId })
    .from(skillGroups)
    .where(
      and(
        eq(sql`lower(btrim(${skillGroups.name}))`, sql`lower(btrim(${name}))`),
        exceptId && ne(skillGroups.skillGroupId, exceptId),
      ),
    );
  return other !== undefined;
}

/** False where somebody else made a group of that name at the same moment. */
export async function insertSkillGroup(db: Queryable, group: NewSkillGroup): Promise<boolean> {
  const made = await db.insert(skillGroups).values(group).onConflictDoNothing().returning();
  return made.length === 1;
}

export async function updateSkillGroup(
  db: Queryable,
  skillGroupId: SkillGroupId,
  change: SkillGroupUpdate,
): Promise<void> {
  await db.update(skillGroups).set(change).where(eq(skillGroups.skillGroupId, skillGroupId));
}

/** What routing has to know about every group that is in use. */
export async function readGroupSettings(db: Queryable): Promise<GroupSettings[]> {
  return await db
    .select({
      skillGroupId: skillGroups.skillGroupId,
      hours: skillGroups.hours,
      ringTimeoutSeconds: skillGroups.ringTimeoutSeconds,
      wrapUpSeconds: skillGroups.wrapUpSeconds,
      longestWaitSeconds: skillGroups.longestWaitSeconds,
      queueMax: skillGroups.queueMax,
    })
    .from(skillGroups)
    .where(inState.active)
    .orderBy(asc(skillGroups.skillGroupId));
}
