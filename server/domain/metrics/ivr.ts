import type { Definition } from "@/server/domain/metrics/definition";
import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { CallTally } from "@/server/domain/metrics/tally";

export const inIvrDefinition: Definition = {
  anchors: ["callStarted"],
  exclusions: ["phantomCalls", "neverInIvr"],
  measure: "count",
  sources: [],
};

export const leftInIvrDefinition: Definition = {
  anchors: ["callStarted"],
  exclusions: ["phantomCalls", "neverInIvr"],
  measure: "share",
  sources: [],
};

/** Calls that ended in the IVR ÷ calls that were in it. */
export function leftInIvr({ inIvr, ivrLeft }: CallTally): Proportion | null {
  return proportionOf(ivrLeft, inIvr);
}

export const answeredAfterIvrDefinition: Definition = { ...leftInIvrDefinition };

/** Calls that were answered after the IVR ÷ calls that were in it. */
export function answeredAfterIvr({ inIvr, ivrAnswered }: CallTally): Proportion | null {
  return proportionOf(ivrAnswered, inIvr);
}

export const ivrTimeDefinition: Definition = {
  anchors: ["callStarted"],
  exclusions: ["phantomCalls", "neverInIvr"],
  measure: "duration",
  sources: [],
};

/** Time in the IVR of the calls that were in it, wherever they ended. */
export function ivrTime({ ivrMs, ivrs }: CallTally): DurationFigure | null {
  return durationFigure(ivrMs, ivrs);
}
