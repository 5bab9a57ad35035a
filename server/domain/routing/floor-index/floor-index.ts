import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { isFreeIdle } from "@/server/domain/presence/presence";
import { decideWaiting, offerTo, settingsOf, type WaitingOutcome } from "@/server/domain/routing/decide";
import type { AgentOnFloor, Floor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { FreeAgents } from "@/server/domain/routing/floor-index/free-agents";
import { WaitingLines } from "@/server/domain/routing/floor-index/waiting-lines";
import type { RuleSet } from "@/server/domain/routing/rule";
import { allocationRulesOf, dueExit, type Terms } from "@/server/domain/routing/standing";

/**
 * A floor that is kept as it changes, so that a decision need not look at all of it. It comes to the same
 * outcomes as `decideWaiting` and `decideFor`, of which it takes every comparison, in time that grows with
 * the logarithm of the waiting calls. It leaves no trace: for one, ask those about `floor()`.
 */
export class FloorIndex {
  readonly #ruleSet: RuleSet;
  readonly #terms: Terms & { readonly settings: Map<SkillGroupId, GroupOnFloor["settings"]> };
  readonly #groups = new Map<SkillGroupId, GroupOnFloor>();
  readonly #agents = new Map<UserId, AgentOnFloor>();
  readonly #freeAgents: FreeAgents;
  #waiting: WaitingLines;

  constructor(ruleSet: RuleSet, floor: Floor) {
    const rules = allocationRulesOf(ruleSet.allocationRules);
    this.#ruleSet = ruleSet;
    this.#terms = { rules, settings: new Map(settingsOf(floor)) };
    this.#freeAgents = new FreeAgents(rules);
    this.#waiting = new WaitingLines(this.#terms);
    for (const group of floor.groups) this.#groups.set(group.settings.skillGroupId, group);
    for (const agent of floor.agents) this.setAgent(agent);
    for (const call of floor.waiting) this.setCall(call);
  }

  /** The floor as it is, for the functions that leave a trace. */
  floor(): Floor {
    return {
      groups: [...this.#groups.values()],
      agents: [...this.#agents.values()],
      waiting: this.#waiting.calls(),
    };
  }

  /** An agent came or changed. */
  setAgent(agent: AgentOnFloor): void {
    this.#freeAgents.remove(agent.agentId);
    this.#agents.set(agent.agentId, agent);
    if (isFreeIdle(agent)) this.#freeAgents.add(agent);
  }

  /** An agent is no longer there. */
  removeAgent(agentId: UserId): void {
    this.#freeAgents.remove(agentId);
    this.#agents.delete(agentId);
  }

  /** A call came into a queue, or changed in it. */
  setCall(call: WaitingCall): void {
    this.#waiting.set(call);
  }

  /** A call waits no longer. */
  removeCall(callId: CallId): void {
    this.#waiting.remove(callId);
  }

  /** A group is doing otherwise, or is to work otherwise. */
  setGroup(group: GroupOnFloor): void {
    const { skillGroupId, longestWaitSeconds } = group.settings;
    const before = this.#terms.settings.get(skillGroupId);
    this.#groups.set(skillGroupId, group);
    this.#terms.settings.set(skillGroupId, group.settings);
    if (before?.longestWaitSeconds === longestWaitSeconds) return;
    // Lines know from which wait on their calls have to leave, so they are formed anew.
    const calls = this.#waiting.calls();
    this.#waiting = new WaitingLines(this.#terms);
    for (const call of calls) this.#waiting.set(call);
  }

  /** What becomes of a call that waits, as `decideWaiting` says. */
  outcomeFor(call: WaitingCall, now: Instant): WaitingOutcome {
    if (dueExit(call, this.#terms, now) !== undefined) {
      const floor = { groups: [...this.#groups.values()], agents: [], waiting: [] };
      return decideWaiting(this.#ruleSet, call, { floor, now }).outcome;
    }
    const first = this.#freeAgents.firstFor(call, now);
    return first === undefined ? { kind: "wait" } : offerTo(first, this.#terms);
  }

  /** Which waiting call an agent gets who has become free, as `decideFor` says. */
  callFor(agent: AgentOnFloor, now: Instant): CallId | null {
    return isFreeIdle(agent) ? (this.#waiting.firstFor(agent, now)?.callId ?? null) : null;
  }
}
