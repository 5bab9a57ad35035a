import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import type { Reach } from "@/server/domain/routing/standing";
import type { Unfit } from "@/server/domain/routing/trace";

/** The group through which an agent may take a call, or why none may. */
export type Fitness =
  | { readonly fits: true; readonly skillGroupId: SkillGroupId; readonly proficiency: number }
  | { readonly fits: false; readonly unfit: Unfit };

function unfit(reason: Unfit): Fitness {
  return { fits: false, unfit: reason };
}

/**
 * Whether an agent may be offered a call that reaches so far: a member of one of the groups, idle and free,
 * and as proficient as needed. The first group that fits is the one.
 */
export function fitnessOf(agent: AgentOnFloor, reach: readonly Reach[]): Fitness {
  let belowFirst: Unfit | undefined;
  for (const { skillGroupId, leastProficiency: needed } of reach) {
    const proficiency = proficiencyIn(skillGroupId, agent);
    if (proficiency === undefined) continue;
    if (agent.status !== "idle") return unfit({ reason: "notIdle", status: agent.status });
    if (agent.state !== "free") return unfit({ reason: "notFree", state: agent.state });
    if (proficiency >= needed) return { fits: true, skillGroupId, proficiency };
    belowFirst ??= { reason: "belowRing", proficiency, needed };
  }
  return unfit(belowFirst ?? { reason: "notInGroup" });
}

/** Looked for in every decision as often as there are agents or calls, so that it makes nothing anew. */
function proficiencyIn(skillGroupId: SkillGroupId, { memberships }: AgentOnFloor): number | undefined {
  for (const member of memberships) if (member.skillGroupId === skillGroupId) return member.proficiency;
  return undefined;
}

const DAY_MS = 86_400_000;

/** Whether this is the agent whom the customer last spoke with, recently enough for that to count. */
export function isLastAgent(
  agent: AgentOnFloor,
  { facts }: WaitingCall,
  { withinDays, now }: { readonly withinDays: number; readonly now: Instant },
): boolean {
  const { lastAgentId, lastAgentAt } = facts;
  return lastAgentId === agent.agentId && lastAgentAt !== null && now - lastAgentAt <= withinDays * DAY_MS;
}
