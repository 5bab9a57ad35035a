import { getTranslations } from "next-intl/server";
import { prepareReadings } from "@/app/_charts/prepare-readings";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { getFigureWords } from "@/app/_components/format/figure-words";
import type { VisitCounts } from "@/server/domain/metrics/tally";

interface ServiceLevelReadingsProps {
  counts: VisitCounts;
  /** Of the waiting visits, those that have not reached their group's threshold. */
  youngWaits: number;
  className?: string;
}

/** The same visits under the formulas of others: why two products print two service levels. */
export async function ServiceLevelReadings({ counts, youngWaits, className }: ServiceLevelReadingsProps) {
  const t = await getTranslations("readings");
  const metrics = await getTranslations("metrics");
  const table = prepareReadings(
    { counts, youngWaits },
    {
      ...(await getFigureWords()),
      reading: (id) => ({
        name: id === "ours" ? t("ours") : metrics(`readings.${id}`),
        formula: t(`formulas.${id}`),
      }),
      heads: { reading: t("reading"), share: t("shareColumn") },
    },
  );
  return <FiguresTable title={t("title")} table={table} className={className} />;
}
