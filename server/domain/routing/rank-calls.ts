import type { Instant } from "@/server/domain/instant";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { compareIds } from "@/server/domain/routing/rank-agents";
import { dueExit, reachOf, scoreOf, type Terms, waitSecondsOf } from "@/server/domain/routing/standing";
import type { CallTried } from "@/server/domain/routing/trace";

type Takeable = Extract<CallTried, { unfit: null }>;

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
  takeable.sort(
    (one, other) =>
      other.score - one.score || one.enteredAt - other.enteredAt || compareIds(one.callId, other.callId),
  );
  others.sort((one, other) => compareIds(one.callId, other.callId));
  return [...takeable.map(({ enteredAt: _, ...call }, index) => ({ ...call, place: index + 1 })), ...others];
}
