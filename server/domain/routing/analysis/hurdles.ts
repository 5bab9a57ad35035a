import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Condition } from "@/server/domain/routing/condition";
import type { SettingsByGroup } from "@/server/domain/routing/group-settings";
import type { Fallback, Fallbacks, Obstacle } from "@/server/domain/routing/rule";

/** Something that may keep calls from a group's queue. */
export interface Hurdle {
  readonly because: Obstacle;
  /** When it does, unless one before it did. */
  readonly when: Condition;
  readonly fallback: Fallback;
}

/** That a group is open, or that it is not. */
export function isOpen(skillGroupId: SkillGroupId, value: boolean): Condition {
  // One question both ways: a space knows only the questions that it was made for.
  const question = { fact: "isOpen", skillGroupId, operator: "is", value: true } as const;
  return value ? question : { not: question };
}

/** What may keep calls from a group's queue, in the order in which it is asked. */
export function hurdlesOf(
  skillGroupId: SkillGroupId,
  otherwise: Fallbacks | undefined,
  settings: SettingsByGroup,
): Hurdle[] {
  if (otherwise === undefined) return [];
  const { closed, unstaffed, full } = otherwise;
  const hurdles: Hurdle[] = [{ because: "closed", when: isOpen(skillGroupId, false), fallback: closed }];
  // Who waits anyway is not asked about: every question makes the space of all calls larger.
  if (unstaffed.kind === "waitAnyway" && full.kind === "waitAnyway") return hurdles;
  const floor = { skillGroupId, operator: "atLeast" } as const;
  hurdles.push({
    because: "unstaffed",
    when: { not: { ...floor, fact: "agentsStaffed", value: 1 } },
    fallback: unstaffed,
  });
  const value = settings.get(skillGroupId)?.queueMax ?? null;
  if (value !== null)
    hurdles.push({ because: "full", when: { ...floor, fact: "callersWaiting", value }, fallback: full });
  return hurdles;
}
