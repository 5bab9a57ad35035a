import { z } from "zod";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Fallbacks, Obstacle, RuleSet } from "@/server/domain/routing/rule";
import type { Situation } from "@/server/domain/routing/situation";
import type { GroupTried } from "@/server/domain/routing/trace";

/** How a call ends that neither waits nor is answered. */
export const Ending = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("callback") }),
  /** Without a message where no rule matched. */
  z.strictObject({ kind: z.literal("hangUp"), message: z.string() }),
]);
export type Ending = z.infer<typeof Ending>;

export interface Entry {
  /** The group whose queue the call enters, unless it ends. */
  readonly skillGroupId: SkillGroupId;
  readonly ending: Ending | null;
  readonly groups: readonly GroupTried[];
}

/** A group that is to be entered, and what becomes of the call where it cannot be. */
interface Wanted {
  readonly skillGroupId: SkillGroupId;
  readonly otherwise: Fallbacks | undefined;
}

/**
 * Follows a call from the group it is meant for to the one whose queue it enters, or to its end. A call that
 * is sent round in a circle stays with the group it was meant for.
 */
export function enterGroup(ruleSet: RuleSet, situation: Situation, meant: Wanted): Entry {
  const groups: GroupTried[] = [];
  const visited = new Set<SkillGroupId>();
  let { skillGroupId, otherwise } = meant;
  while (!visited.has(skillGroupId)) {
    visited.add(skillGroupId);
    const obstacle = obstacleAt(skillGroupId, situation);
    const fallback = obstacle === null ? null : (otherwise?.[obstacle] ?? null);
    groups.push({ skillGroupId, obstacle, fallback });
    if (fallback === null || fallback.kind === "waitAnyway") return { skillGroupId, ending: null, groups };
    if (fallback.kind !== "overflow") return { skillGroupId, ending: fallback, groups };
    skillGroupId = fallback.to;
    otherwise = ruleSet.allocationRules.find((of) => of.skillGroupId === fallback.to)?.otherwise;
  }
  return { skillGroupId: meant.skillGroupId, ending: null, groups };
}

/** What keeps a call from a group's queue: it is closed, nobody is there, or the queue is full. */
function obstacleAt(skillGroupId: SkillGroupId, situation: Situation): Obstacle | null {
  const { agentsStaffed, callersWaiting } = situation.group(skillGroupId);
  if (!situation.isOpen(skillGroupId)) return "closed";
  if (agentsStaffed === 0) return "unstaffed";
  const { queueMax } = situation.settings(skillGroupId);
  return queueMax !== null && callersWaiting >= queueMax ? "full" : null;
}
