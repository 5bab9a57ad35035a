import { useTranslations } from "next-intl";
import { type PatienceSide, preparePatience } from "@/app/_charts/prepare-patience";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { SurvivalChart } from "@/app/_components/charts/lazy-charts";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

/** How long callers are willing to wait: the curve, and when parts of them are gone. */
export function Patience({ view: { own, compared, words, dashboard } }: { view: WaitingView }) {
  const t = useTranslations("waitingPage");
  const dashboards = useTranslations("dashboards");
  const { compare, now } = dashboard;
  const sides: PatienceSide[] = [
    { name: dashboards("sides.own"), visits: dashboard, now, steps: own.patience, waits: own.waits },
  ];
  if (compare && compared && compared.patience.length > 0)
    sides.push({
      name: dashboards(`sides.${compare.with}`),
      visits: compare,
      now,
      steps: compared.patience,
      waits: compared.waits,
    });
  const { curve, curveTable, marks } = preparePatience(sides, {
    ...words,
    after: t("after"),
    shareLeft: t("share"),
    left: t("left"),
    leftOf: (count) => t("leftOf", { count }),
    lost: t("lost"),
    notReached: t("notReached"),
    from: (low) => t("fromOn", { low }),
  });
  const isEmpty = own.patience.length === 0;
  const hungUp = own.counts.abandoned + own.counts.shortAbandoned;
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-[2fr_1fr]">
      <ChartFrame
        title={t("stillWaiting")}
        definition={<DefinitionCard metric="patience" />}
        count={t("hungUp", { count: hungUp })}
        height={290}
        table={isEmpty ? { ...curveTable, rows: [] } : curveTable}
      >
        <SurvivalChart model={curve} label={t("stillWaiting")} />
        <p className="text-caption text-muted">{t("censored")}</p>
      </ChartFrame>
      <FiguresTable
        title={t("patienceLost")}
        definition={<DefinitionCard metric="patience" />}
        table={isEmpty ? { ...marks, rows: [] } : marks}
      />
    </div>
  );
}
