import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { skillGroupMembers, skillGroups } from "@/drizzle/schema/skill-groups";
import { users } from "@/drizzle/schema/users";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { MemberChange } from "@/server/domain/skill-groups/skill-group";

/** Every active agent and whoever else is in the group, with their proficiency in it; null for who is not. */
export async function findPossibleMembers(db: Queryable, skillGroupId: SkillGroupId) {
  const { proficiency } = skillGroupMembers;
  return await db
    .select({ userId: users.userId, name: users.name, email: users.email, proficiency })
    .from(users)
    .leftJoin(
      skillGroupMembers,
      and(eq(skillGroupMembers.userId, users.userId), eq(skillGroupMembers.skillGroupId, skillGroupId)),
    )
    .where(and(isNull(users.deactivatedAt), or(eq(users.role, "agent"), isNotNull(proficiency))))
    .orderBy(sql`${proficiency} is null`, asc(users.name), asc(users.userId));
}

/** Who of these people is there, what they may be, and how they stand to the group. */
export async function findMembersForChange(
  tx: Transaction,
  skillGroupId: SkillGroupId,
  userIds: readonly UserId[],
) {
  return await tx
    .select({
      userId: users.userId,
      name: users.name,
      isAgent: sql<boolean>`${users.role} = 'agent' and ${users.deactivatedAt} is null`,
      proficiency: skillGroupMembers.proficiency,
    })
    .from(users)
    .leftJoin(
      skillGroupMembers,
      and(eq(skillGroupMembers.userId, users.userId), eq(skillGroupMembers.skillGroupId, skillGroupId)),
    )
    .where(inArray(users.userId, [...userIds]));
}

/** Writes every change, and that the members are others than before. */
export async function writeMembers(
  tx: Transaction,
  skillGroupId: SkillGroupId,
  changes: readonly MemberChange[],
): Promise<void> {
  const leaving = changes.filter(({ proficiency }) => proficiency === null);
  const staying = changes.flatMap(({ userId, proficiency }) =>
    proficiency === null ? [] : [{ skillGroupId, userId, proficiency }],
  );
  if (leaving.length > 0) {
    const userIds = leaving.map(({ userId }) => userId);
    await tx
      .delete(skillGroupMembers)
      .where(
        and(eq(skillGroupMembers.skillGroupId, skillGroupId), inArray(skillGroupMembers.userId, userIds)),
      );
  }
  if (staying.length > 0) {
    await tx
      .insert(skillGroupMembers)
      .values(staying)
      .onConflictDoUpdate({
        target: [skillGroupMembers.skillGroupId, skillGroupMembers.userId],
        set: { proficiency: sql`excluded.proficiency` },
      });
  }
  await tx
    .update(skillGroups)
    .set({ membersRevision: sql`${skillGroups.membersRevision} + 1` })
    .where(eq(skillGroups.skillGroupId, skillGroupId));
}
