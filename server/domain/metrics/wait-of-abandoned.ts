import type { Definition } from "@/server/domain/metrics/definition";
import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import type { VisitTally } from "@/server/domain/metrics/tally";

export const waitOfAbandonedDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: ["shortAbandons", "notAbandoned"],
  measure: "duration",
  sources: ["amazonConnect"],
};

/** How long the abandoned waited before they hung up: the speed of answer alone hears only who was answered. */
export function waitOfAbandoned({ abandonedWaitMs, abandonedWaits }: VisitTally): DurationFigure | null {
  return durationFigure(abandonedWaitMs, abandonedWaits);
}
