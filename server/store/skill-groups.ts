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
