import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import {
  type Explanation,
  ofAgent,
  ofClause,
  ofGroup,
  ofNumber,
  plain,
  type StandingKey,
  type Statement,
  type Value,
} from "@/server/domain/routing/explanation/statement";
import { LAST } from "@/server/domain/routing/rank-agents";
import type { AgentTried, Rank, Unfit } from "@/server/domain/routing/trace";

type Eligible = Extract<AgentTried, { unfit: null }>;

/** Whom a waiting call was offered to, which unfolds into every agent with their place or why they had none. */
export function explainAgents(agents: readonly AgentTried[], at: Instant): Explanation {
  const eligible = agents.flatMap((agent) => (agent.unfit === null ? [agent] : []));
  const others = agents.flatMap(({ agentId, unfit }) =>
    unfit === null ? [] : [explainUnfit(unfit, agentId)],
  );
  const placed = eligible.map((agent, index) => explainPlace(agent, eligible[index - 1], at));
  const children = [...placed, ...foldStrangers(others)];
  const [first] = eligible;
  if (first === undefined)
    return { key: "agents.none", values: { count: ofNumber(agents.length) }, children };
  const values = {
    agent: ofAgent(first.agentId),
    group: ofGroup(first.skillGroupId),
    count: ofNumber(eligible.length),
  };
  return { key: "agents.chosen", values, children };
}

/** Those of other groups, often by far the most, are told last and behind one sentence. */
function foldStrangers(others: readonly Explanation[]): Explanation[] {
  const strangers = others.filter(({ key }) => key === "unfit.notInGroup");
  const near = others.filter(({ key }) => key !== "unfit.notInGroup");
  if (strangers.length === 0) return near;
  const values = { count: ofNumber(strangers.length) };
  return [...near, { key: "agents.strangers", values, children: strangers }];
}

function explainPlace(agent: Eligible, before: Eligible | undefined, at: Instant): Explanation {
  const { agentId, skillGroupId, rank, place } = agent;
  const values = {
    place: ofNumber(place),
    agent: ofAgent(agentId),
    group: ofGroup(skillGroupId),
    standing: ofClause(standingOf(rank, at)),
  };
  const children: Explanation[] = [];
  if (rank.askedInVain === 1) children.push(plain("ranks.askedInVain", { agent: ofAgent(agentId) }));
  if (rank.lastAgent === 0) children.push(plain("ranks.lastAgent", { agent: ofAgent(agentId) }));
  if (before !== undefined) children.push(...explainTie(rank, before));
  return { key: "agents.placed", values, children };
}

/** By what the order of two agents was decided whom the first number does not tell apart. */
function explainTie(rank: Rank, before: Eligible): Explanation[] {
  const isSame = (["askedInVain", "lastAgent"] as const).every((name) => rank[name] === before.rank[name]);
  if (!isSame || rank.keys[0] !== before.rank.keys[0]) return [];
  const other = ofAgent(before.agentId);
  return [plain(rank.keys[1] === before.rank.keys[1] ? "ranks.tieId" : "ranks.tieIdle", { other })];
}

function clause(key: StandingKey, values: Statement["values"]): Statement {
  return { key, values };
}

/** The first of the numbers that agents were compared by, in words. */
function standingOf({ by, keys: [first = 0] }: Rank, at: Instant): Statement {
  switch (by) {
    case "longestIdle":
      return first === LAST
        ? clause("standings.longestIdle.unknown", {})
        : clause("standings.longestIdle.known", { idle: since(first, at) });
    case "leastRecentlyOffered":
      return first === -1
        ? clause("standings.leastRecentlyOffered.never", {})
        : clause("standings.leastRecentlyOffered.known", { ago: since(first, at) });
    case "fixed":
      return first === LAST
        ? clause("standings.fixed.notListed", {})
        : clause("standings.fixed.listed", { number: ofNumber(first + 1) });
    case "lowestOccupancy":
      return clause("standings.lowestOccupancy", { share: { kind: "share", share: first } });
    case "proficiency":
      return clause("standings.proficiency", { number: ofNumber(-first) });
    case "fewestCallsToday":
    case "random":
      return clause(`standings.${by}`, { number: ofNumber(first) });
  }
}

function since(start: Instant, at: Instant): Value {
  return { kind: "duration", ms: Math.max(0, at - start) };
}

/** Why an agent could not take a call. */
export function explainUnfit(unfit: Unfit, agentId: UserId): Explanation {
  const agent = ofAgent(agentId);
  switch (unfit.reason) {
    case "notInGroup":
      return plain("unfit.notInGroup", { agent });
    case "notFree":
      return plain(`unfit.notFree.${unfit.state}`, { agent });
    case "notIdle":
      return plain(`unfit.notIdle.${unfit.status}`, { agent });
    case "belowRing": {
      const { proficiency, needed } = unfit;
      return plain("unfit.belowRing", {
        agent,
        proficiency: ofNumber(proficiency),
        needed: ofNumber(needed),
      });
    }
  }
}
