import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { LegTally } from "@/server/domain/metrics/tally";

export const shortCallsDefinition: Definition = {
  anchors: ["agentAnswered"],
  exclusions: [],
  measure: "share",
  sources: [],
};

/** Answered legs whose talk was over after ten seconds at most ÷ answered legs. */
export function shortCalls({ short, answered }: LegTally): Proportion | null {
  return proportionOf(short, answered);
}
