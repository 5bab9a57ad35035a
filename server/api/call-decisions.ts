import type { Queryable } from "@/drizzle/database";
import type { CallId, UserId } from "@/server/domain/identifiers";
import type { StoredDecision } from "@/server/domain/routing/stored-decision";
import { tellDecisions } from "@/server/domain/routing/tell-decisions";
import { findRoutingDecisions } from "@/server/store/routing-decisions";
import { findVersion } from "@/server/store/rule-set-versions";
import { listSkillGroups } from "@/server/store/skill-groups";
import { findNames } from "@/server/store/users";

/** How a call was routed, and what everything is called that the decisions name. */
export async function readCallDecisions(db: Queryable, callId: CallId) {
  const decisions = await findRoutingDecisions(db, callId);
  if (decisions.length === 0) return { decisions: [], names: { groups: [], agents: [], rules: [] } };
  const [groups, agents, versions] = await Promise.all([
    listSkillGroups(db),
    findNames(db, agentsIn(decisions)),
    Promise.all(versionsIn(decisions).map((number) => findVersion(db, number))),
  ]);
  const rules = versions.flatMap((version) => version?.ruleSet.queueRules ?? []);
  return {
    decisions: tellDecisions(decisions),
    names: {
      groups: groups.map(({ skillGroupId, name }) => ({ skillGroupId, name })),
      agents: [...agents].map(([agentId, name]) => ({ agentId, name })),
      rules: rules.map(({ ruleId, name }) => ({ ruleId, name })),
    },
  };
}

function versionsIn(decisions: readonly StoredDecision[]): number[] {
  return [...new Set(decisions.map(({ ruleSetVersion }) => ruleSetVersion))].sort(
    (one, other) => one - other,
  );
}

function agentsIn(decisions: readonly StoredDecision[]): UserId[] {
  return [...new Set(decisions.flatMap(agentsOf))];
}

function agentsOf(decision: StoredDecision): UserId[] {
  switch (decision.kind) {
    case "arrival":
      return decision.facts.lastAgentId === null ? [] : [decision.facts.lastAgentId];
    case "waiting":
      return decision.floor.agents.map(({ agentId }) => agentId);
    case "choice":
      return [decision.agent.agentId];
  }
}
