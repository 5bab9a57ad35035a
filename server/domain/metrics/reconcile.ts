import type { VisitCounts } from "@/server/domain/metrics/tally";
import { visitsOffered } from "@/server/domain/metrics/volume";

/** The queue's books: what came in, and what became of it. */
export interface Reconciliation {
  readonly offered: number;
  readonly accounted: number;
  readonly isBalanced: boolean;
}

/**
 * Holds the visits that were counted as they came in against what became of them:
 * offered = answered + abandoned + short abandoned + overflowed + callback + still waiting.
 * `offered` is counted on its own, without a look at outcomes.
 */
export function reconcile(offered: number, tally: VisitCounts): Reconciliation {
  const accounted = visitsOffered(tally);
  return { offered, accounted, isBalanced: offered === accounted };
}
