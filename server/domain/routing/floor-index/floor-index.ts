import type { CallId, SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { decideWaiting, settingsOf, type WaitingOutcome } from "@/server/domain/routing/decide";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, Floor, GroupOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { FreeAgents } from "@/server/domain/routing/floor-index/free-agents";
import { likenessOf, WaitingLine } from "@/server/domain/routing/floor-index/waiting-line";
import { compareTakeable, type ScoredCall } from "@/server/domain/routing/rank-calls";
import type { RuleSet } from "@/server/domain/routing/rule";
import { allocationRulesOf, scoreOf, type Terms } from "@/server/domain/routing/standing";

interface Waiting {
  readonly call: WaitingCall;
  readonly likeness: string;
  readonly line: WaitingLine;
}

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
  readonly #waiting = new Map<CallId, Waiting>();
  readonly #lines = new Map<string, WaitingLine>();
  readonly #linesByGroup = new Map<SkillGroupId, Set<WaitingLine>>();

  constructor(ruleSet: RuleSet, floor: Floor) {
    const rules = allocationRulesOf(ruleSet.allocationRules);
    this.#ruleSet = ruleSet;
    this.#terms = { rules, settings: new Map(settingsOf(floor)) };
    this.#freeAgents = new FreeAgents(rules);
    for (const group of floor.groups) this.#groups.set(group.settings.skillGroupId, group);
    for (const agent of floor.agents) this.setAgent(agent);
    for (const call of floor.waiting) this.setCall(call);
  }

  /** The floor as it is, for the functions that leave a trace. */
  floor(): Floor {
    return {
      groups: [...this.#groups.values()],
      agents: [...this.#agents.values()],
      waiting: [...this.#waiting.values()].map(({ call }) => call),
    };
  }

  /** An agent came or changed. */
  setAgent(agent: AgentOnFloor): void {
    this.#freeAgents.remove(agent.agentId);
    this.#agents.set(agent.agentId, agent);
    if (agent.status === "idle" && agent.state === "free") this.#freeAgents.add(agent);
  }

  /** An agent is no longer there. */
  removeAgent(agentId: UserId): void {
    this.#freeAgents.remove(agentId);
    this.#agents.delete(agentId);
  }

  /** A call came into a queue, or changed in it. */
  setCall(call: WaitingCall): void {
    this.removeCall(call.callId);
    const likeness = likenessOf(call);
    const line = this.#lines.get(likeness) ?? this.#openLine(likeness, call);
    line.set(call);
    this.#waiting.set(call.callId, { call, likeness, line });
  }

  /** A call waits no longer. */
  removeCall(callId: CallId): void {
    const waiting = this.#waiting.get(callId);
    if (waiting === undefined) return;
    const { call, likeness, line } = waiting;
    this.#waiting.delete(callId);
    line.remove(call);
    if (!line.isEmpty) return;
    this.#lines.delete(likeness);
    for (const skillGroupId of line.groups) this.#linesByGroup.get(skillGroupId)?.delete(line);
  }

  /** A group is doing otherwise, or is to work otherwise. */
  setGroup(group: GroupOnFloor): void {
    const { skillGroupId, longestWaitSeconds } = group.settings;
    const before = this.#terms.settings.get(skillGroupId);
    this.#groups.set(skillGroupId, group);
    this.#terms.settings.set(skillGroupId, group.settings);
    if (before?.longestWaitSeconds === longestWaitSeconds) return;
    // Lines know from which wait on their calls have to leave, so they are formed anew.
    const { waiting } = this.floor();
    const concerned = waiting.filter((call) => call.skillGroupId === skillGroupId);
    for (const { callId } of concerned) this.removeCall(callId);
    for (const call of concerned) this.setCall(call);
  }

  /** What becomes of a call that waits, as `decideWaiting` says. */
  outcomeFor(call: WaitingCall, now: Instant): WaitingOutcome {
    const agents = this.#freeAgents.candidatesFor({ call, now });
    const floor = { groups: [...this.#groups.values()], agents, waiting: [] };
    return decideWaiting(this.#ruleSet, call, { floor, now }).outcome;
  }

  /** Which waiting call an agent gets who has become free, as `decideFor` says. */
  callFor(agent: AgentOnFloor, now: Instant): CallId | null {
    let first: ScoredCall | undefined;
    for (const line of this.#linesFor(agent)) {
      for (const scored of this.#firstOf(line, agent, now)) {
        if (first === undefined || compareTakeable(scored, first) < 0) first = scored;
      }
    }
    return first?.callId ?? null;
  }

  /** Of each stage of a line, the call that the agent would take first. */
  *#firstOf(line: WaitingLine, agent: AgentOnFloor, now: Instant): Generator<ScoredCall> {
    for (const stage of line.stages) {
      const fitness = fitnessOf(agent, stage.reach);
      const call = fitness.fits ? line.firstOf(stage, now) : undefined;
      if (call === undefined || !fitness.fits) continue;
      const weight = this.#terms.rules.get(fitness.skillGroupId)?.weight ?? 0;
      yield { callId: call.callId, enteredAt: call.enteredAt, score: scoreOf(call, weight, now) };
    }
  }

  #linesFor({ memberships }: AgentOnFloor): Set<WaitingLine> {
    return new Set(
      memberships.flatMap(({ skillGroupId }) => [...(this.#linesByGroup.get(skillGroupId) ?? [])]),
    );
  }

  #openLine(likeness: string, call: WaitingCall): WaitingLine {
    const line = new WaitingLine(call, this.#terms);
    this.#lines.set(likeness, line);
    for (const skillGroupId of line.groups) {
      const ofGroup = this.#linesByGroup.get(skillGroupId) ?? new Set();
      this.#linesByGroup.set(skillGroupId, ofGroup.add(line));
    }
    return line;
  }
}
