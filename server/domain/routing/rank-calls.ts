import type { Instant } from "@/server/domain/instant";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { compareIds } from "@/server/domain/routing/rank-agents";
import { dueExit, reachOf, scoreOf, type Terms, waitSecondsOf } from "@/server/domain/routing/standing";
import type { CallTried } from "@/server/domain/routing/trace";

type Takeable = Extract<CallTried, { unfit: null }>;

/** Where a call stands among those that have as many points: who entered first, last of all by id. */
export interface Entered {
  readonly enteredAt: Instant;
  readonly callId: string;
}

/** Below zero when `one` entered before `other`. */
export function compareEntered(one: Entered, other: Entered): number {
  return one.enteredAt - other.enteredAt || compareIds(one.callId, other.callId);
}

/** A call with the points that it has for an agent. */
export type ScoredCall = Pick<Takeable, "callId" | "score"> & Entered;

/** Below zero when an agent who may take both gets `one` before `other`. */
export function compareTakeable(one: ScoredCall, other: ScoredCall): number {
  return other.score - one.score || compareEntered(one, other);
}

/**
 * Every waiting call for an agent who could take one: those that the agent may take in the order in which
 * they get them, each with its score, then the others with what rules them out, by id. A call of a higher
 * score is never passed over; among equals it is the one that has waited longer, and last of all the id.
 */
export function rankCalls(
  agent: AgentOnFloor,
  waiting: readonly WaitingCall[],
  { now, ...terms }: Terms & { readonly now: Instant },
): CallTried[] {
  const takeable: (Omit<Takeable, "place"> & Pick<WaitingCall, "enteredAt">)[] = [];
  const others: CallTried[] = [];
  for (const call of waiting) {
    const { callId, enteredAt } = call;
    const fitness = fitnessOf(agent, reachOf(call, terms.rules, now));
    if (!fitness.fits) others.push({ callId, unfit: fitness.unfit });
    else if (dueExit(call, terms, now) !== undefined) others.push({ callId, unfit: { reason: "leaving" } });
    else {
      const { skillGroupId } = fitness;
      const score = scoreOf(call, terms.rules.get(skillGroupId)?.weight ?? 0, now);
      const waitSeconds = waitSecondsOf(call, now);
      takeable.push({ callId, enteredAt, unfit: null, skillGroupId, score, waitSeconds });
    }
  }
  takeable.sort(compareTakeable);
  others.sort((one, other) => compareIds(one.callId, other.callId));
  return [...takeable.map(({ enteredAt: _, ...call }, index) => ({ ...call, place: index + 1 })), ...others];
}
