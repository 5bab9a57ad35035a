import { useFormatter, useTranslations } from "next-intl";
import { prepareWeek } from "@/app/_charts/prepare-duration";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { HeatMap } from "@/app/_components/charts/heat-map";
import { weekdayName } from "@/app/_components/format/weekday-name";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";

/** The median of each half hour of the week. */
export function Week({ view }: { view: DurationView }) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const format = useFormatter();
  const { params, dashboard, figures, words } = view;
  const part = params.duration;
  const title = t("week", { name: metrics(`${metricOf[part]}.name`) });
  const { model, table } = prepareWeek({
    legs: dashboard,
    part,
    timeZone: dashboard.timeZone,
    slots: figures.slots,
    weekdays: Array.from({ length: 7 }, (_, day) => weekdayName(format, day + 1)),
    words,
    columns: { place: t("halfHour"), count: words.columns.count, value: words.columns.median },
  });
  return (
    <ChartFrame
      title={title}
      definition={<DefinitionCard metric={metricOf[part]} />}
      count={words.n(figures.parts[part]?.n ?? 0)}
      table={table}
      drawnBy="server"
      height={210}
    >
      <HeatMap model={model} label={title} />
    </ChartFrame>
  );
}
