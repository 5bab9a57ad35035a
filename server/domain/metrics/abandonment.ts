import type { Definition } from "@/server/domain/metrics/definition";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { VisitCounts } from "@/server/domain/metrics/tally";

export const abandonmentDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: ["shortAbandons"],
  measure: "share",
  sources: ["amazonConnect", "genesys"],
};

/** Abandoned ÷ (offered − short abandoned): who leaves at once has not waited for anybody. */
export function abandonmentRate(tally: VisitCounts): Proportion | null {
  return proportionOf(tally.abandoned, tally.offered - tally.shortAbandoned);
}
