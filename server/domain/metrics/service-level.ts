import type { VisitFate } from "@/server/domain/metrics/cohort";
import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { VisitCounts } from "@/server/domain/metrics/tally";
import { countFates } from "@/server/domain/metrics/visit-fates";

export const serviceLevelDefinition: Definition = {
  anchors: ["queueEntered"],
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
  return proportionOf(tally.answeredWithin, tally.offered - tally.shortAbandoned - youngWaits);
}

/** A service level by the visits that count for it, and all that it is a share of. */
interface Reading {
  readonly part: readonly VisitFate[];
  readonly whole: readonly VisitFate[];
}

const answered = { outcome: "answered" } as const;
const abandoned = { outcome: "abandoned" } as const;
const shortAbandoned = { outcome: "short_abandoned" } as const;
const overflowed = { outcome: "overflowed" } as const;
const callback = { outcome: "callback" } as const;
const waiting = { outcome: "waiting" } as const;
const givenUp = { ...overflowed, givenUp: true } as const;
const within = (fate: VisitFate): VisitFate => ({ ...fate, withinTarget: true });
const later = (fate: VisitFate): VisitFate => ({ ...fate, withinTarget: false });

/** The visits of which our service level is a share, where those that wait are judged at an instant. */
export const JUDGED_VISITS: readonly VisitFate[] = [
  answered,
  abandoned,
  overflowed,
  callback,
  later(waiting),
];

/**
 * The service level of the same visits as other products would print it, from their own documentation
 * (`SOURCES`). Contacts that only left the queue ("flow-outs") are our overflowed and callbacks.
 */
export const SERVICE_LEVEL_READINGS = {
  /** Taken out of the queue within X, however, ÷ queued. */
  amazonConnect: {
    part: [within(answered), within(abandoned), within(shortAbandoned), within(callback)],
    whole: [answered, abandoned, shortAbandoned, overflowed, callback, waiting],
  },
  /** All three switches on. */
  genesysWithFlowOuts: {
    part: [within(answered)],
    whole: [answered, abandoned, shortAbandoned, overflowed, callback],
  },
  /** Flow-outs off, short abandons on. */
  genesysWithoutFlowOuts: { part: [within(answered)], whole: [answered, abandoned, shortAbandoned] },
  /** Flow-outs and short abandons off. */
  genesysWithoutShortAbandons: { part: [within(answered)], whole: [answered, abandoned] },
  /** Cisco counts neither short calls nor calls that left the queue; abandons within X are no event. */
  ciscoIgnore: { part: [within(answered)], whole: [answered, later(abandoned)] },
  /** Abandons within X count against. */
  ciscoNegative: { part: [within(answered)], whole: [answered, abandoned] },
  /** Abandons within X count as answered. */
  ciscoPositive: { part: [within(answered), within(abandoned)], whole: [answered, abandoned] },
  /** ServicelevelPerf: answered within X ÷ answered. */
  asterisk: { part: [within(answered)], whole: [answered] },
  /** ServicelevelPerf2, where whom the queue gave up counts as abandoned. */
  asterisk2: {
    part: [within(answered), within(abandoned), within(shortAbandoned), within(givenUp)],
    whole: [answered, abandoned, shortAbandoned, givenUp],
  },
} as const satisfies Record<string, Reading>;
export type ServiceLevelReading = keyof typeof SERVICE_LEVEL_READINGS;

/** The service level as another product reads it. */
export function readServiceLevel(reading: ServiceLevelReading, tally: VisitCounts): Proportion | null {
  const { part, whole } = SERVICE_LEVEL_READINGS[reading];
  return proportionOf(countFates(tally, part), countFates(tally, whole));
}
