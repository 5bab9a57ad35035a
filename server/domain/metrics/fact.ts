import type { Call, Leg, QueueVisit } from "@/server/domain/calls/record";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";

/** What records know of the call they belong to: the properties by which figures are broken down. */
export interface CallTraits {
  readonly direction: Call["direction"];
  readonly outcome: Call["outcome"];
  readonly province: Call["province"];
  readonly verification: Call["verification"];
  /** The key track; empty when no key was pressed. */
  readonly path: string;
  /** The IVR node that the caller was last at; null when the call was in none. */
  readonly exitNode: string | null;
}

export interface CallFact {
  readonly unit: "call";
  readonly traits: CallTraits;
  readonly call: Pick<Call, "startedAt" | "ivrMs" | "customerNumber">;
  readonly skillGroupIds: readonly SkillGroupId[];
  readonly agentIds: readonly UserId[];
}

export interface VisitFact {
  readonly unit: "visit";
  readonly traits: CallTraits;
  readonly visit: QueueVisit;
  /** The group whose queue the call entered next; null when this was its last visit. */
  readonly nextSkillGroupId: SkillGroupId | null;
}

/** An offer to an agent, as a queue, a transfer or a consultation makes it. */
export interface OfferFact {
  readonly unit: "offer";
  readonly traits: CallTraits;
  readonly leg: Leg;
}

/** An agent's part of a call, once answered. */
export interface LegFact {
  readonly unit: "leg";
  readonly traits: CallTraits;
  readonly leg: Leg;
}

export interface Facts {
  readonly call: CallFact;
  readonly visit: VisitFact;
  readonly offer: OfferFact;
  readonly leg: LegFact;
}
