import { useTranslations } from "next-intl";
import { prepareGroupWaits } from "@/app/_charts/prepare-group-waits";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

/** The waits of each skill group; those that they are compared with stand as differences, or as rows of their own. */
export function GroupWaitsTable({ view }: { view: WaitingView }) {
  const t = useTranslations("waitingPage");
  const sides = useTranslations("dashboards");
  const { own, compared, words, dashboard, nameOf, params } = view;
  const { compare } = dashboard;
  const table = prepareGroupWaits(
    {
      own: { visits: dashboard, groups: own.groups },
      compared: compare && compared && { visits: compare, groups: compared.groups },
      areOtherGroups: compare?.with === "groups",
    },
    {
      ...words,
      group: t("group"),
      longest: t("longest"),
      answered: t("answered"),
      abandoned: t("abandoned"),
      nameOf,
      narrowHref: (key) => narrowedHref({ page: "waiting", params }, { by: "skillGroup", key }),
    },
  );
  return (
    <FiguresTable
      title={t("groupWaits")}
      definition={<DefinitionCard metric="speedOfAnswer" />}
      count={words.n(own.counts.answered + own.counts.abandoned)}
      table={table}
      aside={
        compare && compared && compare.with !== "groups" ? (
          <span className="text-caption text-muted">
            {t("underMeans", { side: sides(`sides.${compare.with}`) })}
          </span>
        ) : null
      }
    />
  );
}
