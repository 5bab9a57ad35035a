import { useTranslations } from "next-intl";
import { legsWith, prepareParts, tableOfParts } from "@/app/_charts/prepare-duration";
import { type IntervalWords, prepareIntervals } from "@/app/_charts/prepare-intervals";
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
  const metrics = useTranslations("metrics");
  const { dashboard, figures, words } = view;
  const { compared, series } = figures;
  const shared = {
    legs: dashboard,
    intervals,
    series,
    names: {
      talk: metrics("talkTime.name"),
      hold: metrics("holdTime.name"),
      wrapUp: metrics("wrapUpTime.name"),
    },
    words,
  };
  const model = prepareParts({
    ...shared,
    compared:
      compared && dashboard.compare
        ? { name: t(`comparedMean.${dashboard.compare.with}`), means: compared.handleMeans }
        : null,
  });
  const table = tableOfParts({ ...shared, first: t("interval") });
  const { handle } = figures.parts;
  return (
    <ChartFrame
      title={t("parts")}
      definition={<DefinitionCard metric="handleTime" />}
      count={words.n(handle?.n ?? 0)}
      table={handle ? table : { ...table, rows: [] }}
    >
      <TimeSeriesChart model={model} label={t("parts")} />
    </ChartFrame>
  );
}

function Band({ view, intervals }: PartProps) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const { params, dashboard, figures, words } = view;
  const { compared } = figures;
  const part = params.duration;
  const model = prepareQuantileBand({
    intervals,
    spreads: figures.series.map(({ spread }) => spread),
    compared:
      compared && dashboard.compare
        ? { name: t(`comparedMedian.${dashboard.compare.with}`), medians: compared.medians }
        : null,
    names: { median: words.columns.median, middle: t("middle"), most: t("most") },
    cohort: legsWith(dashboard, part),
    printDuration: words.duration,
    printCount: words.count,
  });
  const spread = figures.parts[part];
  const title = t("band", { name: metrics(`${metricOf[part]}.name`) });
  const table = tableOfQuantileBand(model, { first: t("interval"), count: words.columns.count });
  return (
    <ChartFrame
      title={title}
      definition={<DefinitionCard metric={metricOf[part]} />}
      count={words.n(spread?.n ?? 0)}
      table={spread ? table : { ...table, rows: [] }}
    >
      <QuantileBandChart model={model} label={title} />
    </ChartFrame>
  );
}
