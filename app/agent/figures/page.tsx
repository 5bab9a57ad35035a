import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTimeZone, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { agentColumns, notesBeneath } from "@/app/_charts/agent-cells";
import { agentMetrics } from "@/app/_components/charts/agent-metrics";
import { ChartTable } from "@/app/_components/charts/chart-table";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { OwnPeriod } from "@/app/agent/figures/own-period";
import { PeriodLinks } from "@/app/agent/figures/period-links";
import { type OwnFigures, readOwnFigures } from "@/app/agent/figures/read-own-figures";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFigures");
  return { title: t("title") };
}

export default async function OwnFiguresPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("ownFigures");
  const period = OwnPeriod.parse((await searchParams)["period"]);
  const own = await readOwnFigures(period, { now: Date.now(), timeZone: await getTimeZone() });
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-title">{t("title")}</h1>
        <PeriodLinks chosen={period} />
      </header>
      <FigureTiles own={own} />
      <div className="grid gap-2 rounded-lg border border-line bg-surface p-4">
        <h2 className="text-section">{t("course")}</h2>
        <ChartTable label={t("course")} table={own.table} />
      </div>
      <p className="text-caption text-muted">{t("only")}</p>
    </div>
  );
}

function FigureTiles({ own: { cells, sparklines } }: { own: OwnFigures }) {
  const names = useTranslations("agentFigures");
  return (
    // The two with a course are as wide as two others, so that ten fill their rows.
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:[&>:nth-child(-n+2)]:col-span-2">
      {agentColumns.map((column) => (
        <Tile
          key={column}
          name={names(`columns.${column}`)}
          definition={<DefinitionCard metric={agentMetrics[column]} />}
          value={cells[column].text}
          href={cells[column].href}
          notes={notesBeneath(cells[column])}
          {...(sparklines[column] && { sparkline: sparklines[column] })}
        />
      ))}
    </div>
  );
}
