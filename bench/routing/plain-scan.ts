import type { CallId } from "@/server/domain/identifiers";
import { fitnessOf } from "@/server/domain/routing/eligible";
import type { AgentOnFloor, WaitingCall } from "@/server/domain/routing/floor";
import { compareTakeable, type ScoredCall } from "@/server/domain/routing/rank-calls";
import { dueExit, reachOf, scoreOf, type Terms } from "@/server/domain/routing/standing";

/** What an agent gets, found by looking at every waiting call and keeping the best: no list, no trace. */
export function scanFor(
  agent: AgentOnFloor,
  waiting: Iterable<WaitingCall>,
  { now, ...terms }: Terms & { readonly now: number },
): CallId | null {
  let first: ScoredCall | undefined;
  for (const call of waiting) {
    const fitness = fitnessOf(agent, reachOf(call, terms.rules, now));
    if (!fitness.fits || dueExit(call, terms, now) !== undefined) continue;
    const score = scoreOf(call, terms.rules.get(fitness.skillGroupId)?.weight ?? 0, now);
    const scored = { callId: call.callId, enteredAt: call.enteredAt, score };
    if (first === undefined || compareTakeable(scored, first) < 0) first = scored;
  }
  return first?.callId ?? null;
}
