import { useTranslations } from "next-intl";
import { cohortHref } from "@/app/_charts/cohort-href";
import { legsWith, prepareDistribution } from "@/app/_charts/prepare-duration";
import { tableOfHistogram } from "@/app/_charts/prepare-histogram";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { HistogramChart } from "@/app/_components/charts/lazy-charts";
import { formatExactDuration } from "@/app/_components/format/duration";
import { AxisChoice } from "@/app/(console)/dashboards/axis-choice";
import { ChoiceLinks } from "@/app/(console)/dashboards/choice-links";
import { DistributionMarks } from "@/app/(console)/dashboards/duration/distribution-marks";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";
import { HandlePart } from "@/server/domain/metrics/handle-time";

/** How the durations of one part are spread; which part, and on what axis, stands in the address. */
export function Distribution({ view }: { view: DurationView }) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const charts = useTranslations("charts");
  const sides = useTranslations("dashboards.sides");
  const { params, dashboard, figures, words } = view;
  const { duration: part, axis } = params;
  const spread = figures.parts[part];
  const { compare } = dashboard;
  const beside = figures.compared?.distribution;
  const model = prepareDistribution({
    legs: dashboard,
    part,
    distribution: figures.distribution,
    spread,
    compared:
      compare && beside && beside.buckets.length > 0
        ? { name: sides(compare.with), legs: compare, distribution: beside }
        : null,
    axis,
    words,
    printSpan: (min, below) =>
      below === null
        ? t("spanFrom", { min: formatExactDuration(min) })
        : t("span", { min: formatExactDuration(min), below: formatExactDuration(below) }),
  });
  const title = t("distribution", { name: metrics(`${metricOf[part]}.name`) });
  const columns = [t("length"), words.columns.count, charts("share"), charts("cumulative")] as const;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <ChoiceLinks
        page="duration"
        label={t("partLabel")}
        params={params}
        choices={HandlePart.options.map((one) => ({
          name: metrics(`${metricOf[one]}.name`),
          isChosen: one === part,
          change: { duration: one },
        }))}
      />
      <ChartFrame
        title={title}
        definition={<DefinitionCard metric={metricOf[part]} />}
        count={words.n(spread?.n ?? 0)}
        height={400}
        summary={
          spread ? (
            <DistributionMarks spread={spread} words={words} href={cohortHref(legsWith(dashboard, part))} />
          ) : null
        }
        table={spread ? tableOfHistogram(model, columns) : { columns, rows: [] }}
        aside={<AxisChoice page="duration" params={params} />}
      >
        <HistogramChart model={model} label={title} />
        {model[axis].compared && compare ? (
          <p className="text-caption text-muted">{t(`comparedBars.${compare.with}`)}</p>
        ) : null}
      </ChartFrame>
    </section>
  );
}
