import { z } from "zod";
import { SkillGroupId } from "@/server/domain/identifiers";
import { OpeningHours } from "@/server/domain/routing/opening-hours";

const LONGEST_SECONDS = 86_400;

/** How a skill group works, whatever the rules say: kept with the group, not with a version of the rules. */
export const GroupSettings = z.strictObject({
  skillGroupId: SkillGroupId,
  /** Null for a group that never closes. */
  hours: OpeningHours.nullable(),
  /** How long an agent's telephone rings before the offer lapses, unless an allocation rule says otherwise. */
  ringTimeoutSeconds: z.int().min(3).max(600),
  wrapUpSeconds: z.int().min(0).max(3600),
  /** A caller who has waited for so long is treated as one who meets a full queue; null for no limit. */
  longestWaitSeconds: z.int().min(1).max(LONGEST_SECONDS).nullable(),
  /** Callers in the queue at most; null for no limit. */
  queueMax: z.int().min(1).max(100_000).nullable(),
});
export type GroupSettings = z.infer<typeof GroupSettings>;

/** The settings of groups, by group. */
export type SettingsByGroup = ReadonlyMap<SkillGroupId, GroupSettings>;

/** How a group works of which nobody has said otherwise: never closed, without limits. */
export function usualSettings(skillGroupId: SkillGroupId): GroupSettings {
  return {
    skillGroupId,
    hours: null,
    ringTimeoutSeconds: 20,
    wrapUpSeconds: 30,
    longestWaitSeconds: null,
    queueMax: null,
  };
}
