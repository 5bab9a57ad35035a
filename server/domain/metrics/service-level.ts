import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { VisitCounts } from "@/server/domain/metrics/tally";
import { visitsOffered } from "@/server/domain/metrics/volume";

export const serviceLevelDefinition: Definition = {
  units: ["visit"],
  anchor: "queueEntered",
  exclusions: ["shortAbandons", "youngWaits"],
  measure: "share",
  sources: ["amazonConnect", "genesys", "cisco", "asterisk"],
};

/**
 * Answered within the group's threshold ÷ (offered − short abandoned − young waits). `youngWaits` are the
 * visits that wait and have not yet reached their threshold: what will become of them is not known. Those
 * that wait beyond it have missed it already.
 */
export function serviceLevel(tally: VisitCounts, youngWaits = 0): Proportion | null {
  return proportionOf(tally.answeredWithin, visitsOffered(tally) - tally.shortAbandoned - youngWaits);
}

/**
 * The service level of the same visits as other products would print it, from their own documentation
 * (`SOURCES`). Contacts that only left the queue ("flow-outs") are our overflowed and callbacks.
 */
export const SERVICE_LEVEL_READINGS = {
  /** Taken out of the queue within X, however, ÷ queued. */
  amazonConnect: (tally) =>
    proportionOf(
      tally.answeredWithin + allAbandonedWithin(tally) + tally.callbackWithin,
      visitsOffered(tally),
    ),
  /** All three switches on. */
  genesysWithFlowOuts: (tally) =>
    proportionOf(tally.answeredWithin, ended(tally) + tally.overflowed + tally.callback),
  /** Flow-outs off, short abandons on. */
  genesysWithoutFlowOuts: (tally) => proportionOf(tally.answeredWithin, ended(tally)),
  /** Flow-outs and short abandons off. */
  genesysWithoutShortAbandons: (tally) => proportionOf(tally.answeredWithin, endedButShort(tally)),
  /** Cisco counts neither short calls nor calls that left the queue; abandons within X are no event. */
  ciscoIgnore: (tally) => proportionOf(tally.answeredWithin, endedButShort(tally) - tally.abandonedWithin),
  /** Abandons within X count against. */
  ciscoNegative: (tally) => proportionOf(tally.answeredWithin, endedButShort(tally)),
  /** Abandons within X count as answered. */
  ciscoPositive: (tally) => proportionOf(tally.answeredWithin + tally.abandonedWithin, endedButShort(tally)),
  /** ServicelevelPerf: answered within X ÷ answered. */
  asterisk: (tally) => proportionOf(tally.answeredWithin, tally.answered),
  /** ServicelevelPerf2, where whom the queue gave up counts as abandoned. */
  asterisk2: (tally) =>
    proportionOf(
      tally.answeredWithin + allAbandonedWithin(tally) + tally.givenUpWithin,
      ended(tally) + tally.givenUp,
    ),
} as const satisfies Record<string, (tally: VisitCounts) => Proportion | null>;

function allAbandonedWithin({ abandonedWithin, shortAbandonedWithin }: VisitCounts): number {
  return abandonedWithin + shortAbandonedWithin;
}

function endedButShort({ answered, abandoned }: VisitCounts): number {
  return answered + abandoned;
}

function ended(tally: VisitCounts): number {
  return endedButShort(tally) + tally.shortAbandoned;
}
