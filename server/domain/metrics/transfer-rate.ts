import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { LegTally } from "@/server/domain/metrics/tally";

export const transferRateDefinition: Definition = {
  anchors: ["agentAnswered"],
  exclusions: [],
  measure: "share",
  sources: ["amazonConnect"],
};

/** Answered legs that ended by a transfer, blind or attended ÷ answered legs. */
export function transferRate({ transferred, answered }: LegTally): Proportion | null {
  return proportionOf(transferred, answered);
}
