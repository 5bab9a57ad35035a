import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { OfferTally } from "@/server/domain/metrics/tally";

export const ronaRateDefinition: Definition = {
  anchors: ["offerMade"],
  exclusions: ["stillRinging"],
  measure: "share",
  sources: ["amazonConnect"],
};

/** Offers that an agent let ring until they lapsed ÷ offers that are over: each offer counts, not each call. */
export function ronaRate({ missed, offered, ringing }: OfferTally): Proportion | null {
  return proportionOf(missed, offered - ringing);
}
