import { getTranslations } from "next-intl/server";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import {
  type OverviewTile,
  type OverviewTileWords,
  prepareOverviewTiles,
} from "@/app/_charts/prepare-overview-tiles";
import { runningFrom } from "@/app/_charts/running-from";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { getIntervalWords } from "@/app/_components/format/interval-words";
import { Books } from "@/app/(console)/dashboards/books";
import type { OverviewView } from "@/app/(console)/dashboards/overview/overview-of";
import { RepeatCalls } from "@/app/(console)/dashboards/overview/repeat-calls";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import type { MetricId } from "@/server/domain/metrics/definitions";

/** The head figures in their order, each with the card that defines it. */
const shown: readonly (readonly [Exclude<OverviewTile, "repeatCalls">, MetricId])[] = [
  ["calls", "volume"],
  ["offered", "offeredVisits"],
  ["serviceLevel", "serviceLevel"],
  ["abandonment", "abandonment"],
  ["speedOfAnswer", "speedOfAnswer"],
  ["handleTime", "handleTime"],
  ["waiting", "waitingVisits"],
];

interface OverviewTilesProps {
  params: DashboardParams;
  dashboard: Dashboard;
  view: OverviewView;
}

/** The figures that are looked at first, and the books that they are taken from. */
export async function OverviewTiles({ params, dashboard, view: { overview } }: OverviewTilesProps) {
  const t = await getTranslations("overview");
  const { boundaries, now, interval, timeZone } = dashboard;
  const intervals = prepareIntervals(boundaries, now, await getIntervalWords(interval, timeZone));
  const words = await getTileWords(dashboard);
  const tiles = prepareOverviewTiles(overview, runningFrom(intervals), words);
  const { figures, records } = overview.own;
  return (
    <>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {shown.map(([tile, metric]) => (
          <Tile
            key={tile}
            name={t(`names.${tile}`)}
            definition={<DefinitionCard metric={metric} />}
            {...tiles[tile]}
          />
        ))}
        <RepeatCalls params={params} tile={tiles.repeatCalls} />
      </div>
      <Books counts={figures.counts} records={records} words={words} />
    </>
  );
}

async function getTileWords({ compare }: Dashboard): Promise<OverviewTileWords> {
  const t = await getTranslations("overview");
  const dashboards = await getTranslations("dashboards");
  const words = await getFigureWords();
  return {
    ...words,
    against: (figure) => (compare === null ? "" : dashboards(`against.${compare.with}`, { figure })),
    target: ({ share, shortestSeconds, longestSeconds }) =>
      t(shortestSeconds === longestSeconds ? "target" : "targets", {
        share: words.share(share),
        shortest: shortestSeconds,
        longest: longestSeconds,
      }),
    youngWaits: (count) => t("youngWaits", { count }),
    abandonedWaited: (mean, rest) => t("abandonedWaited", { mean, rest }),
    unfinished: (count) => t("unfinished", { count }),
    pastThreshold: (count, shortest, longest) =>
      t(shortest === longest ? "pastThreshold" : "pastThresholds", { count, shortest, longest }),
  };
}
