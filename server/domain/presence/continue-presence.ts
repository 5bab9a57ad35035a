import type { Instant } from "@/server/domain/instant";
import { isSamePresence, type PresenceChange, type PresencePeriod } from "@/server/domain/presence/presence";
import { done, type Outcome, refuse } from "@/server/domain/refusal";

export interface Continuation {
  /** The period that was open, now that it has ended; null if it goes on, or there was none. */
  readonly ended: (PresencePeriod & { readonly endedAt: Instant }) | null;
  /** In order and without gaps; the last one is open. */
  readonly begun: readonly PresencePeriod[];
}

/**
 * What changes make of the presence of one agent. `known` are the agent's periods from the first change
 * on, in order, without gaps, the last one open. Of several changes at one instant the last counts. What
 * is known already may be told again and changes nothing; refused with `presence_out_of_order` when a
 * change tells something else of a time that is known.
 */
export function continuePresence(
  known: readonly PresencePeriod[],
  changes: readonly PresenceChange[],
): Outcome<Continuation> {
  const periods = [...known];
  for (const { agentId, at, status, state } of lastOfEachInstant(changes)) {
    const current = periods.at(-1);
    if (current !== undefined && at <= current.startedAt) {
      if (isKnown(periods, { agentId, at, status, state })) continue;
      return refuse("presence_out_of_order");
    }
    if (current !== undefined) {
      if (isSamePresence(current, { status, state })) continue;
      periods[periods.length - 1] = { ...current, endedAt: at };
    }
    periods.push({ agentId, startedAt: at, endedAt: null, status, state });
  }
  const begun = periods.slice(known.length);
  const [last, first] = [known.at(-1), begun[0]];
  const ended = last === undefined || first === undefined ? null : { ...last, endedAt: first.startedAt };
  return done({ ended, begun });
}

function lastOfEachInstant(changes: readonly PresenceChange[]): PresenceChange[] {
  return changes.filter(({ at }, index) => changes[index + 1]?.at !== at);
}

function isKnown(periods: readonly PresencePeriod[], change: PresenceChange): boolean {
  const then = periods.findLast(({ startedAt }) => startedAt <= change.at);
  return then !== undefined && isSamePresence(then, change);
}
