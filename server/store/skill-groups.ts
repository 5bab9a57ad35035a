import { asc } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { skillGroups } from "@/drizzle/schema/skill-groups";

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
