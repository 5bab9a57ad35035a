import { getTranslations } from "next-intl/server";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import {
  type OverviewTile,
  type OverviewTileWords,
  prepareOverviewTiles,
} from "@/app/_charts/prepare-overview-tiles";
import { prepareReconciliation } from "@/app/_charts/prepare-reconciliation";
import { runningFrom } from "@/app/_charts/running-from";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Reconciliation } from "@/app/_components/charts/reconciliation";
import { Tile } from "@/app/_components/charts/tile";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { getIntervalWords } from "@/app/_components/format/interval-words";
import type { OverviewView } from "@/app/(console)/dashboards/overview/overview-of";
import { RepeatCalls } from "@/app/(console)/dashboards/overview/repeat-calls";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import type { MetricId } from "@/server/domain/metrics/definitions";

/** The head figures in their order, each with the card that defines it. */
const shown: readonly (readonly [OverviewTile, MetricId | null])[] = [
  ["calls", "volume"],
  ["offered", null],
  ["serviceLevel", "serviceLevel"],
  ["abandonment", "abandonment"],
  ["speedOfAnswer", "speedOfAnswer"],
  ["handleTime", "handleTime"],
  ["waiting", null],
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
            definition={metric === null ? null : <DefinitionCard metric={metric} />}
            {...tiles[tile]}
          />
        ))}
        <RepeatCalls params={params} records={records} />
      </div>
      <Reconciliation model={prepareReconciliation(figures.counts, records, words)} />
    </>
  );
}

async function getTileWords({ compare }: Dashboard): Promise<OverviewTileWords> {
  const t = await getTranslations("overview");
  const words = await getFigureWords();
  return {
    ...words,
    against: (value) => (compare === null ? "" : t(`against.${compare.with}`, { value })),
    target: ({ share, shortestSeconds, longestSeconds }) =>
      t(shortestSeconds === longestSeconds ? "target" : "targets", {
        share: words.share(share),
        shortest: shortestSeconds,
        longest: longestSeconds,
      }),
    youngWaits: (count) => t("youngWaits", { count }),
    abandonedWaited: (mean, rest) => t("abandonedWaited", { mean, rest }),
    unfinished: (count) => t("unfinished", { count }),
    pastThreshold: (count, seconds) => t("pastThreshold", { count, seconds }),
  };
}
