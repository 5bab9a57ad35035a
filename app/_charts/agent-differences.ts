import type { AgentColumn } from "@/app/_charts/agent-cells";
import type { FigureWords } from "@/app/_charts/figure-words";

export const agentMeasures = {
  answered: "count",
  handle: "duration",
  talk: "duration",
  hold: "duration",
  wrapUp: "duration",
  ring: "duration",
  occupancy: "share",
  rona: "share",
  short: "share",
  transfers: "share",
} as const satisfies Record<AgentColumn, keyof FigureWords["change"]>;

export interface Difference {
  readonly direction: "up" | "down" | "same";
  readonly words: string;
}

/** How much more one figure is than another: numbers of records relative to the other; null without either. */
export function differenceOf(
  column: AgentColumn,
  [one, other]: readonly [number | null, number | null],
  words: FigureWords,
): Difference | null {
  if (one === null || other === null) return null;
  const measure = agentMeasures[column];
  const difference = measure === "count" ? (one - other) / other : one - other;
  const isSame = Math.abs(difference) < leastSeen[measure];
  return { direction: isSame ? "same" : directionOf(difference), words: words.change[measure](difference) };
}

/** Less than this is not seen when it is printed: a tenth of a percent or of a point, a second. */
const leastSeen = { count: 0.0005, share: 0.0005, duration: 1000 } as const;

function directionOf(difference: number): Difference["direction"] {
  return difference > 0 ? "up" : "down";
}
