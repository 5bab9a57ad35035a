import type { FigureRecords } from "@/app/_charts/figure-records";
import type { FigureWords } from "@/app/_charts/figure-words";
import { prepareReconciliation } from "@/app/_charts/prepare-reconciliation";
import { Reconciliation } from "@/app/_components/charts/reconciliation";
import { api } from "@/app/_trpc/server";
import type { VisitCounts } from "@/server/domain/metrics/tally";

interface BooksProps {
  counts: VisitCounts;
  records: FigureRecords;
  words: FigureWords;
}

/** What became of the visits that a dashboard looks at, and which abandons count as short among them. */
export async function Books({ counts, records, words }: BooksProps) {
  const { skillGroupIds } = records.filter;
  return (
    <Reconciliation
      model={prepareReconciliation(counts, records, words)}
      shortAbandons={await api.dashboards.thresholds.shortAbandons({ skillGroupIds })}
    />
  );
}
