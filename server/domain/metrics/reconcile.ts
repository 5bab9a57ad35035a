import type { VisitCounts } from "@/server/domain/metrics/tally";

/** The queue's books: what came in, and what became of it. */
export interface Reconciliation {
  readonly offered: number;
  readonly accounted: number;
  readonly isBalanced: boolean;
}

/**
 * Holds the visits that were counted as they came in against what became of them:
 * offered = answered + abandoned + short abandoned + overflowed + callback + still waiting.
 */
export function reconcile(tally: VisitCounts): Reconciliation {
  const { offered, answered, abandoned, shortAbandoned, overflowed, callback, waiting } = tally;
  const accounted = answered + abandoned + shortAbandoned + overflowed + callback + waiting;
  return { offered, accounted, isBalanced: offered === accounted };
}
