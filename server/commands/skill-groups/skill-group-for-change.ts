import type { Transaction } from "@/drizzle/database";
import type { SkillGroupId } from "@/server/domain/identifiers";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { lockSkillGroup } from "@/server/store/skill-groups";

type SkillGroup = NonNullable<Awaited<ReturnType<typeof lockSkillGroup>>>;

/** The skill group that a command is about to change, held until it is done. */
export async function skillGroupForChange(
  tx: Transaction,
  skillGroupId: SkillGroupId,
): Promise<Outcome<SkillGroup>> {
  const group = await lockSkillGroup(tx, skillGroupId);
  return group ? done(group) : refuse("skill_group_not_found");
}

/** The same for what only a group in use can have. */
export async function activeSkillGroupForChange(
  tx: Transaction,
  skillGroupId: SkillGroupId,
): Promise<Outcome<SkillGroup>> {
  const found = await skillGroupForChange(tx, skillGroupId);
  if (!found.ok || found.value.archivedAt === null) return found;
  return refuse("skill_group_archived", { name: found.value.name });
}
