import { z } from "zod";
import type { Definition } from "@/server/domain/metrics/definition";
import { type DurationFigure, durationFigure } from "@/server/domain/metrics/duration-figure";
import type { LogHistogram } from "@/server/domain/metrics/log-histogram";
import type { LegTally } from "@/server/domain/metrics/tally";

/** Handle time and its parts: the durations of a finished leg. */
export const HandlePart = z.enum(["handle", "talk", "hold", "wrapUp"]);
export type HandlePart = z.infer<typeof HandlePart>;

/** The durations of one part, and their sum in milliseconds. */
export function durationsOf(tally: LegTally, part: HandlePart): readonly [sumMs: number, LogHistogram] {
  switch (part) {
    case "handle":
      return [tally.handleMs, tally.handles];
    case "talk":
      return [tally.talkMs, tally.talks];
    case "hold":
      return [tally.holdMs, tally.holds];
    case "wrapUp":
      return [tally.wrapUpMs, tally.wrapUps];
  }
}

export const answeredLegsDefinition: Definition = {
  anchors: ["agentAnswered"],
  exclusions: [],
  measure: "count",
  sources: ["amazonConnect"],
};

export const handleTimeDefinition: Definition = {
  anchors: ["agentAnswered"],
  exclusions: ["unfinished"],
  measure: "duration",
  sources: ["amazonConnect"],
};

export const holdTimeDefinition: Definition = {
  ...handleTimeDefinition,
  exclusions: ["unfinished", "neverHeld"],
};

export const wrapUpTimeDefinition: Definition = {
  ...handleTimeDefinition,
  exclusions: ["unfinished", "withoutWrapUp"],
};

/** Talk, hold and wrap-up of each answered leg that is finished; one without wrap-up had none. */
export function handleTime({ handleMs, handles }: LegTally): DurationFigure | null {
  return durationFigure(handleMs, handles);
}

/** From answer to end, less hold, of each finished leg. */
export function talkTime({ talkMs, talks }: LegTally): DurationFigure | null {
  return durationFigure(talkMs, talks);
}

/** All holds of a leg together, of those finished legs that were held at all. */
export function holdTime({ holdMs, holds }: LegTally): DurationFigure | null {
  return durationFigure(holdMs, holds);
}

/** Work after the conversation, of those finished legs that had it. */
export function wrapUpTime({ wrapUpMs, wrapUps }: LegTally): DurationFigure | null {
  return durationFigure(wrapUpMs, wrapUps);
}

/** The answered legs that have no handle time yet: still talking, or wrap-up not finished. */
export function unfinishedLegs({ answered, finished }: LegTally): number {
  return answered - finished;
}
