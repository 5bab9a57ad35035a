import { getFigureWords } from "@/app/_components/format/figure-words";
import { getIntervalWords } from "@/app/_components/format/interval-words";
import { readFilterChoices } from "@/app/_components/read-filter-choices";
import { api } from "@/app/_trpc/server";
import { Books } from "@/app/(console)/dashboards/books";
import { Breakdown } from "@/app/(console)/dashboards/duration/breakdown";
import { Distribution } from "@/app/(console)/dashboards/duration/distribution";
import { Outliers } from "@/app/(console)/dashboards/duration/outliers";
import { OverTime } from "@/app/(console)/dashboards/duration/over-time";
import { PartTiles } from "@/app/(console)/dashboards/duration/part-tiles";
import { Week } from "@/app/(console)/dashboards/duration/week";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

interface DurationFiguresProps {
  params: DashboardParams;
  dashboard: Dashboard;
}

/** How long calls take. */
export async function DurationFigures({ params, dashboard }: DurationFiguresProps) {
  const { duration: part, by, rows } = params;
  const [figures, words, intervalWords, choices] = await Promise.all([
    api.dashboards.duration.figures({ ...dashboard, part, by, allRows: rows === "all" }),
    getFigureWords(),
    getIntervalWords(dashboard.interval, dashboard.timeZone),
    readFilterChoices(),
  ]);
  const view = { params, dashboard, figures, words };
  return (
    <>
      <PartTiles view={view} />
      <Books counts={figures.visits} records={dashboard} words={words} />
      <Distribution view={view} />
      <OverTime view={view} intervalWords={intervalWords} />
      <Breakdown view={view} choices={choices} />
      <Week view={view} />
      <Outliers view={view} />
    </>
  );
}
