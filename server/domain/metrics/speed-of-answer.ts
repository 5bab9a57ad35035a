import type { Definition } from "@/server/domain/metrics/definition";
import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import type { VisitTally } from "@/server/domain/metrics/tally";

export const speedOfAnswerDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: ["notAnswered"],
  measure: "duration",
  sources: ["amazonConnect"],
};

/** The wait of the answered, from entering the queue to the agent's answer: ring included, IVR not. */
export function speedOfAnswer({ answeredWaitMs, answeredWaits }: VisitTally): DurationFigure | null {
  return durationFigure(answeredWaitMs, answeredWaits);
}
