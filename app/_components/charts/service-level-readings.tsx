import { getTranslations } from "next-intl/server";
import type { FigureRecords } from "@/app/_charts/figure-records";
import { prepareReadings } from "@/app/_charts/prepare-readings";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { getFigureWords } from "@/app/_components/format/figure-words";
import type { Instant } from "@/server/domain/instant";
import type { VisitCounts } from "@/server/domain/metrics/tally";

interface ServiceLevelReadingsProps {
  counts: VisitCounts;
  /** Of the waiting visits, those that have not reached their group's threshold. */
  youngWaits: number;
  records: FigureRecords;
  /** When the figures were read. */
  now: Instant;
}

/** The same visits under the formulas of others: why two products print two service levels. */
export async function ServiceLevelReadings(props: ServiceLevelReadingsProps) {
  const t = await getTranslations("readings");
  const metrics = await getTranslations("metrics");
  const table = prepareReadings(props, {
    ...(await getFigureWords()),
    reading: (id) => ({
      name: id === "ours" ? t("ours") : metrics(`readings.${id}`),
      formula: t(`formulas.${id}`),
    }),
    heads: { reading: t("reading"), formula: metrics("definition.formula"), share: t("shareColumn") },
  });
  return (
    <FiguresTable title={t("title")} definition={<DefinitionCard metric="serviceLevel" />} table={table} />
  );
}
