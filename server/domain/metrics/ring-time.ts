import type { Definition } from "@/server/domain/metrics/definition";
import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import type { OfferTally } from "@/server/domain/metrics/tally";

export const ringTimeDefinition: Definition = {
  anchors: ["offerMade"],
  exclusions: ["stillRinging"],
  measure: "duration",
  sources: ["amazonConnect"],
};

/** How long an agent's phone rang, from the offer to the answer or to its lapse. */
export function ringTime({ ringMs, rings }: OfferTally): DurationFigure | null {
  return durationFigure(ringMs, rings);
}
