import { prepareBreakdown } from "@/app/_charts/prepare-breakdown";
import {
  finishedLegs,
  legsWith,
  prepareDistribution,
  preparePartTile,
  prepareWeek,
  shortHref,
  unfinishedHref,
} from "@/app/_charts/prepare-duration";
import { prepareIntervals } from "@/app/_charts/prepare-intervals";
import { prepareServiceLevelOverTime, prepareVisitsOverTime } from "@/app/_charts/prepare-overview-charts";
import {
  prepareFiguresTable,
  prepareGroupTable,
  withGroupsOfEither,
} from "@/app/_charts/prepare-overview-tables";
import { prepareOverviewTiles } from "@/app/_charts/prepare-overview-tiles";
import { tableOfParts } from "@/app/_charts/prepare-parts";
import { tableOfQuantileBand } from "@/app/_charts/prepare-quantile-band";
import { prepareReadings } from "@/app/_charts/prepare-readings";
import { prepareReconciliation } from "@/app/_charts/prepare-reconciliation";
import { overviewOf } from "@/app/(console)/dashboards/overview/overview-of";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { breakdowns } from "@/app/(console)/dashboards/search-params";
import type { createCaller } from "@/server/api/root";
import type { Cohort } from "@/server/domain/metrics/cohort";
import { HandlePart } from "@/server/domain/metrics/handle-time";
import {
  linksOfBars,
  linksOfBooks,
  linksOfHeatMap,
  linksOfHistogram,
  linksOfTable,
  linksOfTile,
  type PrintedLink,
  readableWords,
} from "@/server/testing/printed-links";

export type Dashboards = ReturnType<typeof createCaller>["dashboards"];

/** What a reader looks at. */
export interface Look {
  readonly dashboard: Dashboard;
  readonly part: HandlePart;
  readonly by: (typeof breakdowns)[number];
  readonly withinHours: number;
}

/** The links of each kind that a page has. */
export type PageLinks = Readonly<Record<string, readonly PrintedLink[]>>;

const words = { ...readableWords, against: (figure: string) => `from ${figure}` };
/** What stands over rows, columns and series. */
const labels = {
  ...{ answered: "answered", abandoned: "abandoned", shortAbandoned: "short", leftOtherwise: "otherwise" },
  ...{ waiting: "waiting", offered: "offered", calls: "calls", serviceLevel: "service level" },
  ...{ abandonment: "abandonment", speedOfAnswer: "speed of answer", waitOfAbandoned: "wait of abandoned" },
  ...{
    repeatCalls: "repeats",
    handleTime: "handle time",
    skillGroup: "group",
    figure: "figure",
    value: "value",
    share: "share",
  },
  ...{
    change: "change",
    reading: "reading",
    formula: "formula",
    median: "median",
    middle: "middle",
    most: "most",
  },
  ...{ place: "half hour", count: "n", talk: "talk", hold: "hold", wrapUp: "wrap-up", row: "row" },
  compared: "compared",
};
/** Where only that something is said matters, and not what. */
const text = (...said: readonly unknown[]) => said.join(" ");

function intervalsOf({ boundaries, now }: Dashboard) {
  return prepareIntervals(boundaries, now, { tick: String, label: String });
}

export async function overviewLinks(api: Dashboards, { dashboard, withinHours }: Look): Promise<PageLinks> {
  const { compare } = dashboard;
  const repeatsOf = ({ from, until, filter }: Pick<Dashboard, "from" | "until" | "filter">) =>
    api.overview.repeatCalls({ from, until, filter, withinHours });
  const [answer, own, compared] = await Promise.all([
    api.overview.figures(dashboard),
    repeatsOf(dashboard),
    compare && repeatsOf(compare),
  ]);
  const { overview, groups } = overviewOf(dashboard, answer, { withinHours, own, compared });
  const { figures, records } = overview.own;
  const names = new Map(groups.map(({ skillGroupId, name }) => [skillGroupId, name]));
  const chartWords = {
    ...words,
    series: labels,
    compared: text,
    intervalHead: "interval",
    targetLine: text,
  };
  const tableWords = {
    ...words,
    names: labels,
    heads: labels,
    compared: "beside",
    groupName: (id: (typeof groups)[number]["skillGroupId"]) => names.get(id) ?? "",
    narrowHref: () => null,
  };
  const tileWords = {
    ...words,
    target: text,
    youngWaits: (count: number) => `${count} young`,
    abandonedWaited: text,
    unfinished: (count: number) => `${count} unfinished`,
    pastThreshold: (count: number) => `${count} late`,
  };
  const intervals = intervalsOf(dashboard);
  const visits = prepareVisitsOverTime({ overview, intervals }, chartWords);
  const service = prepareServiceLevelOverTime({ overview, intervals }, chartWords);
  const tiles = prepareOverviewTiles(overview, 0, tileWords);
  const reading = (id: string) => ({ name: id, formula: "" });
  return {
    tiles: Object.values(tiles).flatMap(linksOfTile),
    repeats: linksOfTile(tiles.repeatCalls),
    books: linksOfBooks(prepareReconciliation(figures.counts, records, words)),
    bars: linksOfBars(visits.model),
    overTime: [...linksOfTable(visits.table), ...linksOfTable(service.table)],
    groups: linksOfTable(
      prepareGroupTable(withGroupsOfEither(overview, dashboard.compare?.with === "groups"), tableWords, 50),
    ),
    figures: linksOfTable(prepareFiguresTable(overview, tableWords)),
    readings: linksOfTable(
      prepareReadings({ ...figures, records, now: overview.now }, { ...words, reading, heads: labels }),
    ),
  };
}

export async function durationLinks(api: Dashboards, { dashboard, part, by }: Look): Promise<PageLinks> {
  const figures = await api.duration.figures({ ...dashboard, part, by, allRows: true });
  const { compare, timeZone } = dashboard;
  const { compared, series, parts, distribution, slots } = figures;
  const intervals = intervalsOf(dashboard);
  const legs = dashboard;
  const spread = parts[part];
  const shared = { intervals, names: labels, words, first: "" };
  const course = (of: "handle" | "spread", cohort: Cohort) =>
    compare && compared
      ? {
          ...{ name: "beside", boundaries: compare.boundaries, cohort },
          figures: compared.series.map((point) => point[of]),
        }
      : null;
  const beforeThat = compare ?? legs;
  const week = prepareWeek({
    ...{ legs, part, timeZone, slots, words },
    weekdays: ["1", "2", "3", "4", "5", "6", "7"],
    columns: labels,
  });
  const beside = compare && compared && { legs: compare, parts: compared.parts };
  return {
    tiles: HandlePart.options.flatMap((one) =>
      linksOfTile(preparePartTile(one, { own: { legs, parts }, compared: beside }, words)),
    ),
    books: linksOfBooks(prepareReconciliation(figures.visits, dashboard, words)),
    bars: linksOfHistogram(
      prepareDistribution({
        ...{ legs, part, distribution, spread, axis: "linear", words },
        compared: compare &&
          compared && { name: "beside", legs: compare, distribution: compared.distribution },
        printSpan: text,
      }),
    ),
    parts: linksOfTable(
      tableOfParts({ ...shared, legs, series, compared: course("handle", finishedLegs(beforeThat)) }),
    ),
    band: linksOfTable(
      tableOfQuantileBand({
        ...shared,
        spreads: series.map((point) => point.spread),
        compared: course("spread", legsWith(beforeThat, part)),
        cohort: legsWith(legs, part),
      }),
    ),
    week: [...linksOfHeatMap(week.model), ...linksOfTable(week.table)],
    rows: linksOfTable(
      prepareBreakdown({
        ...{ rows: figures.breakdown.rows, part, by, names: labels, words },
        own: { legs, n: spread?.n ?? 0 },
        compared:
          compare && compared
            ? { legs: compare, n: compared.parts[part]?.n ?? 0, with: compare.with, name: "beside" }
            : null,
        nameOf: () => "row",
        narrowHref: () => null,
      }),
    ),
    aside: [
      ...linksOfTile({ value: String(figures.short.n), href: shortHref(legs), notes: [] }),
      ...linksOfTile({ value: String(figures.unfinished), href: unfinishedHref(legs), notes: [] }),
    ],
  };
}
