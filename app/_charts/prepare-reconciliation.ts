import type { CallsHref } from "@/app/_charts/chart-models";
import { type FigureRecords, hrefUnlessNone, visitsHref } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { VisitOutcome } from "@/server/domain/calls/record";
import { reconcile } from "@/server/domain/metrics/reconcile";
import type { VisitCounts } from "@/server/domain/metrics/tally";

/** The ways a visit can come out, as they are counted. */
const parts = [
  ["answered", "answered"],
  ["abandoned", "abandoned"],
  ["shortAbandoned", "short_abandoned"],
  ["overflowed", "overflowed"],
  ["callback", "callback"],
  ["waiting", "waiting"],
] as const satisfies readonly (readonly [keyof VisitCounts, VisitOutcome])[];
type Part = (typeof parts)[number][0];

interface Term<Key> {
  readonly key: Key;
  readonly text: string;
  readonly href: CallsHref | null;
}

/** offered = answered + abandoned + … : each number in words, with the visits behind it. */
export interface ReconciliationModel {
  readonly offered: Term<"offered">;
  readonly parts: readonly Term<Part>[];
  /** By how much the parts miss what was offered, in words; null where the books balance. */
  readonly missing: string | null;
}

/** What became of the visits of a period. */
export function prepareReconciliation(
  counts: VisitCounts,
  records: FigureRecords,
  words: FigureWords,
): ReconciliationModel {
  const { offered, accounted, isBalanced } = reconcile(counts);
  return {
    offered: {
      key: "offered",
      text: words.count(offered),
      href: hrefUnlessNone(offered, visitsHref(records)),
    },
    parts: parts.map(([key, outcome]) => ({
      key,
      text: words.count(counts[key]),
      href: hrefUnlessNone(counts[key], visitsHref(records, { visitOutcomes: [outcome] })),
    })),
    missing: isBalanced ? null : words.count(offered - accounted),
  };
}
