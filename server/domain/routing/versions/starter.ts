import type { SkillGroupId } from "@/server/domain/identifiers";
import type { AllocationRule, Fallbacks, RuleId, RuleSet, Treatment } from "@/server/domain/routing/rule";

/** The caller waits, whatever the queue is like. */
export const waitAnyway: Fallbacks = {
  closed: { kind: "waitAnyway" },
  unstaffed: { kind: "waitAnyway" },
  full: { kind: "waitAnyway" },
};

/** Entering a group in turn: nothing happens while a caller waits. */
export function plainTreatment(skillGroupId: SkillGroupId): Treatment {
  return { skillGroupId, priority: 0, ageing: 1, leastProficiency: 1, otherwise: waitAnyway, steps: [] };
}

/** Whoever has been idle the longest gets the call that has waited the longest. */
export function plainAllocation(skillGroupId: SkillGroupId): AllocationRule {
  return {
    skillGroupId,
    order: { by: "longestIdle" },
    lastAgentFirst: null,
    rings: [],
    ringTimeoutSeconds: null,
    afterNoAnswer: "park",
    weight: 0,
    otherwise: waitAnyway,
  };
}

interface Starter {
  readonly ruleId: RuleId;
  readonly name: string;
  readonly skillGroupId: SkillGroupId;
  readonly timeZone: string;
}

/** The least that can be published: every call enters one group. */
export function starterRuleSet({ ruleId, name, skillGroupId, timeZone }: Starter): RuleSet {
  return {
    timeZone,
    queueRules: [{ ruleId, name, isEnabled: true, when: null, treatment: plainTreatment(skillGroupId) }],
    allocationRules: [plainAllocation(skillGroupId)],
  };
}
