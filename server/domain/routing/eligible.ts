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
  const memberships = reach.flatMap(({ skillGroupId, leastProficiency }) => {
    const member = agent.memberships.find((of) => of.skillGroupId === skillGroupId);
    return member ? [{ ...member, needed: leastProficiency }] : [];
  });
  const [first] = memberships;
  if (first === undefined) return unfit({ reason: "notInGroup" });
  if (agent.status !== "idle") return unfit({ reason: "notIdle", status: agent.status });
  if (agent.state !== "free") return unfit({ reason: "notFree", state: agent.state });
  const fitting = memberships.find(({ proficiency, needed }) => proficiency >= needed);
  if (fitting === undefined)
    return unfit({ reason: "belowRing", proficiency: first.proficiency, needed: first.needed });
  return { fits: true, skillGroupId: fitting.skillGroupId, proficiency: fitting.proficiency };
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
