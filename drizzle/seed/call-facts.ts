import type { Script } from "@/drizzle/seed/script";
import type { CallEvent } from "@/server/domain/calls/event";
import type { CallFacts } from "@/server/domain/routing/facts";

const HOUR_MS = 3_600_000;

type Answered = Extract<CallEvent, { type: "agentAnswered" }>;

/** What rules may ask of a call, as its record tells at this instant, and the records of the customer's earlier calls. */
export function factsOf({ events, customer, party, before, now }: Script): CallFacts {
  const verified = events.findLast((event) => event.type === "verificationConcluded");
  const lastEvent = before?.events.at(-1);
  const last = lastAnswer(before);
  return {
    dialledNumber: party.lineNumber,
    callerNumber: party.customerNumber,
    province: party.place?.province ?? null,
    customerTier: customer.tier,
    language: null,
    verification: verified?.result ?? null,
    keyTrack: events.flatMap((event) => (event.type === "ivrKeyPressed" ? [event.key] : [])),
    hoursSinceLastCall: lastEvent ? Math.floor((now - lastEvent.at) / HOUR_MS) : null,
    lastAgentId: last?.agentId ?? null,
    lastAgentAt: last?.at ?? null,
    hasOpenWorkOrder: false,
  };
}

/** Who spoke with the customer last: some earlier calls reached nobody. */
function lastAnswer(script: Script | null): Answered | null {
  for (let earlier = script; earlier !== null; earlier = earlier.before) {
    const answer = earlier.events.findLast((event) => event.type === "agentAnswered");
    if (answer !== undefined) return answer;
  }
  return null;
}
