import { useTranslations } from "next-intl";
import { finishedLegs, legsWith } from "@/app/_charts/prepare-duration";
import { type IntervalWords, prepareIntervals } from "@/app/_charts/prepare-intervals";
import { prepareParts, tableOfParts } from "@/app/_charts/prepare-parts";
import { prepareQuantileBand, tableOfQuantileBand } from "@/app/_charts/prepare-quantile-band";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { QuantileBandChart, TimeSeriesChart } from "@/app/_components/charts/lazy-charts";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";

interface OverTimeProps {
  view: DurationView;
  intervalWords: IntervalWords;
}

/** What handle time is made of, and how one part is spread, interval by interval. */
export function OverTime({ view, intervalWords }: OverTimeProps) {
  const { dashboard } = view;
  const intervals = prepareIntervals(dashboard.boundaries, dashboard.now, intervalWords);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
      <Parts view={view} intervals={intervals} />
      <Band view={view} intervals={intervals} />
    </div>
  );
}

interface PartProps {
  view: DurationView;
  intervals: ReturnType<typeof prepareIntervals>;
}

function Parts({ view, intervals }: PartProps) {
  const t = useTranslations("duration");
  const { dashboard, figures, words } = view;
  const { compare } = dashboard;
  const shared = {
    legs: dashboard,
    intervals,
    series: figures.series,
    compared:
      compare && figures.compared
        ? {
            name: t(`comparedMean.${compare.with}`),
            boundaries: compare.boundaries,
            figures: figures.compared.series.map(({ handle }) => handle),
            cohort: finishedLegs(compare),
          }
        : null,
    names: { talk: t("perLeg.talk"), hold: t("perLeg.hold"), wrapUp: t("perLeg.wrapUp") },
    words,
  };
  const { handle } = figures.parts;
  const begun = handle ? begunOf(intervals, dashboard) : [];
  return (
    <ChartFrame
      title={t("parts")}
      definition={<DefinitionCard metric="handleTime" />}
      count={words.n(handle?.n ?? 0)}
      lead={t("perLegLead")}
      table={tableOfParts({ ...shared, intervals: begun, first: t("interval") })}
    >
      <TimeSeriesChart model={prepareParts(shared)} label={t("parts")} />
    </ChartFrame>
  );
}

function Band({ view, intervals }: PartProps) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const { params, dashboard, figures, words } = view;
  const { compare } = dashboard;
  const part = params.duration;
  const shared = {
    intervals,
    spreads: figures.series.map(({ spread }) => spread),
    compared:
      compare && figures.compared
        ? {
            name: t(`comparedMedian.${compare.with}`),
            boundaries: compare.boundaries,
            figures: figures.compared.series.map(({ spread }) => spread),
            cohort: legsWith(compare, part),
          }
        : null,
    names: { median: words.columns.median, middle: t("middle"), most: t("most") },
    cohort: legsWith(dashboard, part),
    words,
  };
  const spread = figures.parts[part];
  const title = t("band", { name: metrics(`${metricOf[part]}.name`) });
  const begun = spread ? begunOf(intervals, dashboard) : [];
  return (
    <ChartFrame
      title={title}
      definition={<DefinitionCard metric={metricOf[part]} />}
      count={words.n(spread?.n ?? 0)}
      table={tableOfQuantileBand({ ...shared, intervals: begun, first: t("interval") })}
    >
      <QuantileBandChart model={prepareQuantileBand(shared)} label={title} />
    </ChartFrame>
  );
}

/** An interval that has not begun is no row. */
function begunOf(intervals: PartProps["intervals"], { now }: DurationView["dashboard"]) {
  return intervals.filter(({ from }) => from <= now);
}
