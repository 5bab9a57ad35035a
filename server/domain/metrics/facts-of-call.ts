import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallFact, CallTraits, LegFact, OfferFact, VisitFact } from "@/server/domain/metrics/fact";

/** Everything that one call adds to the figures. */
export interface FactsOfCall {
  readonly calls: readonly [CallFact];
  readonly visits: readonly VisitFact[];
  /** Legs that somebody else offered: an agent who calls out is offered nothing. */
  readonly offers: readonly OfferFact[];
  /** Legs that were answered. */
  readonly legs: readonly LegFact[];
}

/** What a call counts as. */
export function factsOfCall({ call, visits, legs }: FoldedCall): FactsOfCall {
  const { direction, outcome, province, verification, keyTrack, exitNode } = call;
  const traits: CallTraits = { direction, outcome, province, verification, path: keyTrack, exitNode };
  const skillGroupIds = [...new Set(visits.map((visit) => visit.skillGroupId))];
  const agentIds = [...new Set(legs.map((leg) => leg.agentId))];
  return {
    calls: [{ unit: "call", traits, call, skillGroupIds, agentIds }],
    visits: visits.map((visit, index) => ({
      unit: "visit",
      traits,
      visit,
      nextSkillGroupId: visits[index + 1]?.skillGroupId ?? null,
    })),
    offers: legs.filter(({ kind }) => kind !== "outbound").map((leg) => ({ unit: "offer", traits, leg })),
    legs: legs.filter(({ answeredAt }) => answeredAt !== null).map((leg) => ({ unit: "leg", traits, leg })),
  };
}
