import { useTranslations } from "next-intl";
import { cohortHref } from "@/app/_charts/cohort-href";
import { prepareHistogram, tableOfHistogram } from "@/app/_charts/prepare-histogram";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { HistogramChart } from "@/app/_components/charts/lazy-charts";
import { formatExactDuration } from "@/app/_components/format/duration";
import { AxisChoice } from "@/app/(console)/dashboards/axis-choice";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";

/** How the time in the IVR is spread. */
export function IvrTimes({ view: { own, compared, words, params, dashboard } }: { view: IvrView }) {
  const t = useTranslations("ivrPage");
  const charts = useTranslations("charts");
  const sides = useTranslations("dashboards.sides");
  const { from, until, filter, compare } = dashboard;
  const model = prepareHistogram({
    histogram: own.durations,
    marks: [
      { name: words.columns.median, ms: own.time?.medianMs ?? null },
      { name: words.columns.p90, ms: own.time?.p90Ms ?? null },
    ],
    printDuration: words.duration,
    printSpan: (min, below) =>
      below === null
        ? t("spanFrom", { min: formatExactDuration(min) })
        : t("span", { min: formatExactDuration(min), below: formatExactDuration(below) }),
    printCount: words.count,
    printShare: words.share,
    hrefOf: (ivr) => cohortHref({ unit: "call", from, until, filter, ivr }),
    compared:
      compare && compared
        ? {
            name: sides(compare.with),
            histogram: compared.durations,
            hrefOf: (ivr) =>
              cohortHref({
                unit: "call",
                from: compare.from,
                until: compare.until,
                filter: compare.filter,
                ivr,
              }),
          }
        : null,
    chosen: params.axis,
  });
  const columns = [t("time"), words.columns.count, charts("share"), charts("cumulative")] as const;
  return (
    <ChartFrame
      title={t("distribution")}
      definition={<DefinitionCard metric="ivrTime" />}
      count={words.n(own.inIvr)}
      height={340}
      table={own.time ? tableOfHistogram(model, columns) : { columns, rows: [] }}
      aside={<AxisChoice page="ivr" params={params} />}
    >
      <HistogramChart model={model} label={t("distribution")} />
      {model[params.axis].compared?.some(({ count }) => count > 0) ? (
        <p className="text-caption text-muted">{t("comparedBars")}</p>
      ) : null}
    </ChartFrame>
  );
}
