import type { UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { continuePresence } from "@/server/domain/presence/continue-presence";
import {
  type PresenceChange,
  type PresencePeriod,
  PresenceStatus,
  SystemState,
} from "@/server/domain/presence/presence";

// How presence may go on, from plain numbers: for properties over generated presence.

/** `ms` after the step before; `choice` is a whole number from 0 on. */
export interface PresenceStep {
  readonly ms: number;
  readonly choice: number;
}

/** Every other choice makes the agent free while idle. */
export function walkPresence(
  { agentId, start }: { readonly agentId: UserId; readonly start: Instant },
  steps: readonly PresenceStep[],
): PresenceChange[] {
  let at = start;
  return steps.map(({ ms, choice }) => {
    at += ms;
    if (choice % 2 === 0) return { agentId, at, status: "idle", state: "free" };
    const [statuses, states] = [PresenceStatus.options, SystemState.options];
    const status = statuses[choice % statuses.length] ?? "idle";
    return { agentId, at, status, state: states[Math.floor(choice / 2) % states.length] ?? "free" };
  });
}

/**
 * The periods of an agent of whom these changes and no others were told.
 * @throws RangeError when they are not in the order of time.
 */
export function periodsAfter(changes: readonly PresenceChange[]): readonly PresencePeriod[] {
  const continued = continuePresence([], changes);
  if (!continued.ok) throw new RangeError(continued.reason);
  return continued.value.begun;
}
