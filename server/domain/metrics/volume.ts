import type { Definition } from "@/server/domain/metrics/definition";
import type { CallTally } from "@/server/domain/metrics/tally";

export const volumeDefinition: Definition = {
  anchors: ["callStarted"],
  exclusions: ["phantomCalls"],
  measure: "count",
  sources: ["amazonConnect"],
};

/** How many calls there were; records that their own sender disowns are none. */
export function callVolume({ outcomes }: CallTally): number {
  const all = Object.values(outcomes).reduce((total, count) => total + count, 0);
  return all - outcomes.phantom;
}
