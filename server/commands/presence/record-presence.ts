import { z } from "zod";
import { defineCommand, type Frame } from "@/server/commands/command";
import type { UserId } from "@/server/domain/identifiers";
import type { Actor } from "@/server/domain/people/viewer";
import { type Continuation, continuePresence } from "@/server/domain/presence/continue-presence";
import { PresenceChange } from "@/server/domain/presence/presence";
import { done, refuse } from "@/server/domain/refusal";
import { findPeriodsSince, lockAgents, writePeriods } from "@/server/store/presence/presence-periods";

const CHANGES_MAX = 5000;

const Input = z.strictObject({ changes: z.array(PresenceChange).min(1).max(CHANGES_MAX) });

/**
 * Records what agents have become, those of each agent in the order of time. Telling the same again
 * changes nothing; refused when something else is told of a time that is already known. The answer is
 * how many periods have begun.
 */
export const recordPresence = defineCommand({
  needs: "telephony:record",
  input: Input,
  async run({ tx }: Frame<Actor>, { changes }) {
    const changesOf = byAgent(changes);
    const agents = await lockAgents(tx, [...changesOf.keys()]);
    const continuations: Continuation[] = [];
    for (const [agentId, ofAgent] of changesOf) {
      if (!agents.has(agentId)) return refuse("person_not_found");
      const since = ofAgent.reduce((earliest, { at }) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
      const continued = continuePresence(await findPeriodsSince(tx, agentId, since), ofAgent);
      if (!continued.ok) return continued;
      continuations.push(continued.value);
    }
    await writePeriods(tx, continuations);
    return done(continuations.reduce((total, { begun }) => total + begun.length, 0));
  },
});

function byAgent(changes: readonly PresenceChange[]): Map<UserId, PresenceChange[]> {
  const changesOf = new Map<UserId, PresenceChange[]>();
  for (const change of changes) {
    const ofAgent = changesOf.get(change.agentId);
    if (ofAgent === undefined) changesOf.set(change.agentId, [change]);
    else ofAgent.push(change);
  }
  return changesOf;
}
