import { OrderedSet } from "@js-sdsl/ordered-set";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import {
  compareIds,
  compareKeys,
  firstAgent,
  keysOf,
  type Ranked,
} from "@/server/domain/routing/rank-agents";
import type { AgentOrder } from "@/server/domain/routing/rule";
import { type AllocationRules, type Reach, reachOf } from "@/server/domain/routing/standing";

/** Where an agent stands among those of a group. */
interface Place {
  readonly keys: readonly number[];
  readonly agent: AgentOnFloor;
}

/** The free agents of one group in the order that another's calls, or its own, ask for. */
interface AgentLine {
  readonly order: AgentOrder;
  readonly agents: OrderedSet<Place>;
}

/** The agents who can be offered a call now, by group, in the orders in which they are offered one. */
export class FreeAgents {
  readonly #rules: AllocationRules;
  readonly #agents = new Map<UserId, AgentOnFloor>();
  /** By the group whose agents they are, then by the group whose calls ask. */
  readonly #lines = new Map<SkillGroupId, Map<SkillGroupId, AgentLine>>();

  constructor(rules: AllocationRules) {
    this.#rules = rules;
  }

  add(agent: AgentOnFloor): void {
    this.#agents.set(agent.agentId, agent);
    for (const { line, place } of this.#placesOf(agent)) line.agents.insert(place);
  }

  remove(agentId: UserId): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    this.#agents.delete(agentId);
    for (const { line, place } of this.#placesOf(agent)) line.agents.eraseElementByKey(place);
  }

  /**
   * The agent whom a call is offered to. It is one of few: of each group the first who fits, the agent whom
   * the customer spoke with last, and, when there is nobody else, those who were asked in vain.
   */
  firstFor(call: WaitingCall, now: Instant): Ranked | undefined {
    const reach = reachOf(call, this.#rules, now);
    const candidates: AgentOnFloor[] = [];
    for (const { skillGroupId } of reach) candidates.push(...this.#firstOf(skillGroupId, { call, reach }));
    const { lastAgentId } = call.facts;
    const known = candidates.length === 0 ? [...call.askedInVain, lastAgentId] : [lastAgentId];
    for (const agentId of known) {
      const agent = agentId === null ? undefined : this.#agents.get(agentId);
      if (agent !== undefined) candidates.push(agent);
    }
    return firstAgent(candidates, { call, rules: this.#rules, now });
  }

  /** The first agent of a group who fits through it; where lots are drawn, all of them. */
  #firstOf(
    skillGroupId: SkillGroupId,
    { call, reach }: { readonly call: WaitingCall; readonly reach: readonly Reach[] },
  ): AgentOnFloor[] {
    const { order, agents } = this.#lineOf(skillGroupId, call.skillGroupId);
    const found: AgentOnFloor[] = [];
    for (const at = agents.begin(); at.isAccessible(); at.next()) {
      const { agent } = at.pointer;
      if (call.askedInVain.includes(agent.agentId)) continue;
      const fitness = fitnessOf(agent, reach);
      if (!fitness.fits || fitness.skillGroupId !== skillGroupId) continue;
      found.push(agent);
      if (order.by !== "random") break;
    }
    return found;
  }

  /** A line is set up when it is first asked for: few groups ask for the agents of others. */
  #lineOf(skillGroupId: SkillGroupId, asking: SkillGroupId): AgentLine {
    const ofGroup = this.#lines.get(skillGroupId) ?? new Map<SkillGroupId, AgentLine>();
    this.#lines.set(skillGroupId, ofGroup);
    const known = ofGroup.get(asking);
    if (known !== undefined) return known;
    const order: AgentOrder = this.#rules.get(asking)?.order ?? { by: "longestIdle" };
    const line = { order, agents: new OrderedSet<Place>([], comparePlaces) };
    for (const agent of this.#agents.values()) {
      const member = agent.memberships.find((of) => of.skillGroupId === skillGroupId);
      if (member !== undefined) line.agents.insert(placeOf(agent, order, member.proficiency));
    }
    ofGroup.set(asking, line);
    return line;
  }

  *#placesOf(agent: AgentOnFloor): Generator<{ readonly line: AgentLine; readonly place: Place }> {
    for (const { skillGroupId, proficiency } of agent.memberships) {
      for (const line of this.#lines.get(skillGroupId)?.values() ?? [])
        yield { line, place: placeOf(agent, line.order, proficiency) };
    }
  }
}

/** Lots differ from call to call, so that a line cannot know them. */
function placeOf(agent: AgentOnFloor, order: AgentOrder, proficiency: number): Place {
  return { agent, keys: order.by === "random" ? [] : keysOf(agent, order, { proficiency, callId: "" }) };
}

function comparePlaces(one: Place, other: Place): number {
  return compareKeys(one.keys, other.keys) || compareIds(one.agent.agentId, other.agent.agentId);
}
