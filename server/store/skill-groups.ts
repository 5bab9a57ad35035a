import { asc, inArray, isNull, max, min } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { skillGroups } from "@/drizzle/schema/skill-groups";
import type { SkillGroupId } from "@/server/domain/identifiers";

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
