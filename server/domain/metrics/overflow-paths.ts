import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Definition } from "@/server/domain/metrics/definition";
import type { VisitFact } from "@/server/domain/metrics/fact";
import {
  type CountingHistogram,
  countInto,
  emptyHistogram,
  type LogHistogram,
} from "@/server/domain/metrics/log-histogram";
import { type Proportion, proportionOf } from "@/server/domain/metrics/proportion";
import type { VisitCounts } from "@/server/domain/metrics/tally";

export const overflowDefinition: Definition = {
  anchors: ["queueEntered"],
  exclusions: [],
  measure: "share",
  sources: ["genesys"],
};

/** Overflowed ÷ offered. */
export function overflowRate(tally: VisitCounts): Proportion | null {
  return proportionOf(tally.overflowed, tally.offered);
}

/** Visits that left one group's queue for another's, neither answered nor abandoned. */
export interface OverflowPath {
  readonly from: SkillGroupId;
  /** Null where the call entered no further queue: it was let go. */
  readonly to: SkillGroupId | null;
  readonly count: number;
  /** How long they had waited before: the sum in milliseconds, and the distribution. */
  readonly waitMs: number;
  readonly waits: LogHistogram;
}

/** A path that is still being counted. */
export interface CountingPath extends OverflowPath {
  count: number;
  waitMs: number;
  waits: CountingHistogram;
}

/**
 * Where the overflowed among some visits went on to, by the group they came from and the one they entered
 * next. Each overflowed visit is on exactly one path, so the counts add up to a tally's `overflowed`.
 */
export function overflowPaths(facts: Iterable<VisitFact>): OverflowPath[] {
  const paths = new Map<string, CountingPath>();
  for (const { visit, nextSkillGroupId: to } of facts) {
    const { outcome, waitMs, skillGroupId: from } = visit;
    if (outcome !== "overflowed" || waitMs === null) continue;
    const key = `${from} ${to}`;
    const path = paths.get(key) ?? { from, to, count: 0, waitMs: 0, waits: emptyHistogram() };
    paths.set(key, path);
    path.count += 1;
    path.waitMs += waitMs;
    countInto(path.waits, waitMs);
  }
  return inOrder([...paths.values()]);
}

/** The busiest first; equally busy ones by their groups, so that no two readings differ. */
export function inOrder(paths: readonly OverflowPath[]): OverflowPath[] {
  const name = ({ from, to }: OverflowPath) => `${from} ${to ?? ""}`;
  return paths.toSorted((one, other) => other.count - one.count || (name(one) < name(other) ? -1 : 1));
}
