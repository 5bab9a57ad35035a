import { useTranslations } from "next-intl";
import { prepareWaitDistributions, type WaitOutcome } from "@/app/_charts/prepare-wait-distributions";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { HistogramChart } from "@/app/_components/charts/lazy-charts";
import { formatExactDuration } from "@/app/_components/format/duration";
import { AxisChoice } from "@/app/(console)/dashboards/axis-choice";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

const metricOf = { answered: "speedOfAnswer", abandoned: "waitOfAbandoned" } as const;

/** How the waits of the answered and of the abandoned are spread, side by side over the same bars. */
export function WaitDistributions({ view }: { view: WaitingView }) {
  const t = useTranslations("waitingPage");
  const charts = useTranslations("charts");
  const { own, compared, words, dashboard, params } = view;
  const sides = useTranslations("dashboards.sides");
  const { compare } = dashboard;
  const distributions = prepareWaitDistributions({
    visits: dashboard,
    waits: own,
    figures: { answered: own.speedOfAnswer, abandoned: own.waitOfAbandoned },
    compared: compare && compared ? { name: sides(compare.with), visits: compare, waits: compared } : null,
    axis: params.axis,
    words,
    printSpan: (min, below) =>
      below === null
        ? t("spanFrom", { min: formatExactDuration(min) })
        : t("span", { min: formatExactDuration(min), below: formatExactDuration(below) }),
    columns: [t("wait"), words.columns.count, charts("share"), charts("cumulative")],
  });
  return (
    <section aria-label={t("distributions")} className="grid gap-2">
      <AxisChoice page="waiting" params={params} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {(["answered", "abandoned"] as const satisfies readonly WaitOutcome[]).map((outcome) => {
          const { figure, model, table } = distributions[outcome];
          return (
            <ChartFrame
              key={outcome}
              title={t(`${outcome}Waits`)}
              definition={<DefinitionCard metric={metricOf[outcome]} />}
              count={words.n(figure?.n ?? 0)}
              height={340}
              table={table}
            >
              <HistogramChart model={model} label={t(`${outcome}Waits`)} />
              {model[params.axis].compared?.some(({ count }) => count > 0) ? (
                <p className="text-caption text-muted">{t("comparedBars")}</p>
              ) : null}
            </ChartFrame>
          );
        })}
      </div>
    </section>
  );
}
