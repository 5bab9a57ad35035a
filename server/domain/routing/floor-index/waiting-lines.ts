import type { CallId, SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { isInFirstQueue, type Stretch, WaitingLine } from "@/server/domain/routing/floor-index/waiting-line";
import { compareTakeable, type ScoredCall } from "@/server/domain/routing/rank-calls";
import type { Treatment } from "@/server/domain/routing/rule";
import { scoreOf, type Terms } from "@/server/domain/routing/standing";

/** A stretch of time during which an agent would take a line's calls through one and the same group. */
interface Way extends Stretch {
  readonly line: WaitingLine;
  readonly skillGroupId: SkillGroupId;
}

/**
 * The waiting calls, in lines of those that were treated alike. There are as many lines as treatments and
 * groups that calls came through, however many calls wait; one that has emptied stays for the next call.
 */
export class WaitingLines {
  readonly #terms: Terms;
  readonly #lineOfCall = new Map<CallId, { readonly call: WaitingCall; readonly line: WaitingLine }>();
  readonly #lines = new Map<string, WaitingLine>();
  /** Numbers of treatments by what they say, and by the objects that said so before. */
  readonly #treatments = new Map<string, number>();
  readonly #knownTreatments = new WeakMap<Treatment, number>();
  /** The ways of agents with these memberships, until another line comes up. */
  #ways = new WeakMap<AgentOnFloor["memberships"], readonly Way[]>();

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  calls(): WaitingCall[] {
    return [...this.#lineOfCall.values()].map(({ call }) => call);
  }

  set(call: WaitingCall): void {
    this.remove(call.callId);
    const line = this.#lineFor(call);
    line.set(call);
    this.#lineOfCall.set(call.callId, { call, line });
  }

  remove(callId: CallId): void {
    const known = this.#lineOfCall.get(callId);
    known?.line.remove(known.call);
    this.#lineOfCall.delete(callId);
  }

  /** The call that an agent who is free gets first. */
  firstFor(agent: AgentOnFloor, now: Instant): ScoredCall | undefined {
    let first: ScoredCall | undefined;
    for (const way of this.#waysOf(agent)) {
      const call = way.line.firstOf(way, now);
      if (call === undefined) continue;
      const weight = this.#terms.rules.get(way.skillGroupId)?.weight ?? 0;
      const { callId, enteredAt } = call;
      const scored = { callId, enteredAt, score: scoreOf(call, weight, now) };
      if (first === undefined || compareTakeable(scored, first) < 0) first = scored;
    }
    return first;
  }

  #waysOf(agent: AgentOnFloor): readonly Way[] {
    const known = this.#ways.get(agent.memberships);
    if (known !== undefined) return known;
    const ways = [...this.#lines.values()].flatMap((line) => waysInto(line, agent));
    this.#ways.set(agent.memberships, ways);
    return ways;
  }

  #lineFor(call: WaitingCall): WaitingLine {
    const treatment = this.#numberOf(call.treatment);
    const likeness = `${call.skillGroupId} ${call.exitsTaken} ${isInFirstQueue(call)} ${treatment}`;
    const known = this.#lines.get(likeness);
    if (known !== undefined) return known;
    const line = new WaitingLine(call, this.#terms);
    this.#lines.set(likeness, line);
    this.#ways = new WeakMap();
    return line;
  }

  #numberOf(treatment: Treatment): number {
    const known = this.#knownTreatments.get(treatment);
    if (known !== undefined) return known;
    const text = JSON.stringify(treatment);
    const number = this.#treatments.get(text) ?? this.#treatments.size;
    this.#treatments.set(text, number);
    this.#knownTreatments.set(treatment, number);
    return number;
  }
}

function waysInto(line: WaitingLine, agent: AgentOnFloor): Way[] {
  const ways: Way[] = [];
  for (const { from, until, reach } of line.stages) {
    const fitness = fitnessOf(agent, reach);
    if (!fitness.fits) continue;
    const { skillGroupId } = fitness;
    const before = ways.at(-1);
    if (before?.until === from && before.skillGroupId === skillGroupId)
      ways.splice(-1, 1, { ...before, until });
    else ways.push({ line, skillGroupId, from, until });
  }
  return ways;
}
