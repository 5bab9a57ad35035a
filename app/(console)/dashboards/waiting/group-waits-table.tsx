import { useTranslations } from "next-intl";
import { type GroupWaits, prepareGroupWaits } from "@/app/_charts/prepare-group-waits";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

type Side = WaitingView["own"];

/** The waits of each skill group; those that they are compared with stand as differences, or as rows of their own. */
export function GroupWaitsTable({ view }: { view: WaitingView }) {
  const t = useTranslations("waitingPage");
  const sides = useTranslations("dashboards");
  const { own, compared, words, dashboard } = view;
  const { compare } = dashboard;
  const areOtherGroups = compare?.with === "groups";
  const rows = rowsOf(view, own, areOtherGroups ? null : compared);
  const others = areOtherGroups && compared ? rowsOf(view, compared, null) : [];
  const shown = new Set(rows.map(({ skillGroupId }) => skillGroupId));
  const table = prepareGroupWaits(
    [...rows, ...others.filter(({ skillGroupId }) => !shown.has(skillGroupId))],
    {
      ...words,
      group: t("group"),
      longest: t("longest"),
      answered: t("answered"),
      abandoned: t("abandoned"),
    },
  );
  return (
    <FiguresTable
      title={t("groupWaits")}
      definition={<DefinitionCard metric="speedOfAnswer" />}
      count={words.n(own.counts.answered + own.counts.abandoned)}
      table={table}
      aside={
        compare && compared && !areOtherGroups ? (
          <span className="text-caption text-muted">
            {t("underMeans", { side: sides(`sides.${compare.with}`) })}
          </span>
        ) : null
      }
    />
  );
}

function rowsOf({ nameOf, params, dashboard }: WaitingView, side: Side, compared: Side | null): GroupWaits[] {
  return side.groups
    .map((group) => {
      const before = compared?.groups.find(({ skillGroupId }) => skillGroupId === group.skillGroupId);
      return {
        skillGroupId: group.skillGroupId,
        name: nameOf(group.skillGroupId),
        narrowHref: narrowedHref({ page: "waiting", params }, { by: "skillGroup", key: group.skillGroupId }),
        visits: dashboard,
        answered: { figure: group.speedOfAnswer, longest: group.longestAnswered },
        abandoned: { figure: group.waitOfAbandoned, longest: group.longestAbandoned },
        compared:
          before && dashboard.compare
            ? {
                visits: dashboard.compare,
                answered: before.speedOfAnswer,
                abandoned: before.waitOfAbandoned,
              }
            : null,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}
