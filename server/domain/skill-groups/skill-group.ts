import { z } from "zod";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { GroupSettings } from "@/server/domain/routing/group-settings";

export const SkillGroupName = z.string().trim().min(1).max(80);

const { ringTimeoutSeconds, wrapUpSeconds, longestWaitSeconds, queueMax } = GroupSettings.shape;

/** Everything that a form sets about a skill group at once; its hours and members are set apart. */
export const SkillGroupSettings = z.strictObject({
  name: SkillGroupName,
  serviceLevelSeconds: z.int().min(1).max(3600),
  /** So many of a hundred visits are meant to be answered within `serviceLevelSeconds`. */
  serviceTargetPercent: z.int().min(1).max(100),
  shortAbandonSeconds: z.int().min(0).max(600),
  ringTimeoutSeconds,
  wrapUpSeconds,
  longestWaitSeconds,
  queueMax,
});
export type SkillGroupSettings = z.infer<typeof SkillGroupSettings>;

export const SkillGroupChange = SkillGroupSettings.extend({ skillGroupId: SkillGroupId });

/** How well somebody does what a skill group does: 1 is the lowest, 5 the highest. */
export const Proficiency = z.int().min(1).max(5);
export type Proficiency = z.infer<typeof Proficiency>;

export const proficiencies = [1, 2, 3, 4, 5] as const;

/** Null takes somebody out of the group. */
export const MemberChange = z.strictObject({ userId: UserId, proficiency: Proficiency.nullable() });
export type MemberChange = z.infer<typeof MemberChange>;

export const memberChangesMax = 10_000;

export const SkillGroupState = z.enum(["active", "archived"]);
export type SkillGroupState = z.infer<typeof SkillGroupState>;

/** Names that are one without regard to case and surrounding blanks have one key. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
