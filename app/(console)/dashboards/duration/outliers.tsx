import { useFormatter, useTranslations } from "next-intl";
import { shortHref } from "@/app/_charts/prepare-duration";
import { prepareLegList } from "@/app/_charts/prepare-leg-list";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";

/** Single legs worth a look: the longest, and those too short to have been a conversation. */
export function Outliers({ view }: { view: DurationView }) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const format = useFormatter();
  const { params, dashboard, figures, words } = view;
  const part = params.duration;
  const { longest, short } = figures;
  const listWords = {
    columns: {
      answered: t("answeredAt"),
      agent: t("agent"),
      group: t("group"),
      talk: t("lengths.talk"),
      hold: t("lengths.hold"),
      wrapUp: t("lengths.wrapUp"),
      handle: t("lengths.handle"),
    },
    duration: words.duration,
    moment: (at: number) => format.dateTime(at, "moment", { timeZone: dashboard.timeZone }),
    deleted: t("deleted"),
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
      <FiguresTable
        title={t("longest", { name: metrics(`${metricOf[part]}.name`) })}
        definition={<DefinitionCard metric={metricOf[part]} />}
        table={prepareLegList(longest, listWords)}
      />
      <FiguresTable
        title={t("short")}
        definition={<DefinitionCard metric="shortCalls" />}
        aside={
          short.n === 0 ? null : (
            <a href={shortHref(dashboard)} className="underline underline-offset-2">
              {t("allShort", { count: short.n, number: words.count(short.n) })}
            </a>
          )
        }
        table={prepareLegList(short.latest, listWords)}
      />
    </div>
  );
}
