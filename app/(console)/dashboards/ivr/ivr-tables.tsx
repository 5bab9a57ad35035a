import Link from "next/link";
import { useTranslations } from "next-intl";
import { prepareHangUps, prepareIvrTable } from "@/app/_charts/prepare-ivr";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";
import { useKeyName } from "@/app/(console)/dashboards/key-name";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import { dashboardHref } from "@/app/(console)/dashboards/search-params";

/** The calls in the IVR by what was pressed, by where it ended, and by who they proved to be. */
export function IvrTables({ view }: { view: IvrView }) {
  const t = useTranslations("ivrPage");
  const sides = useTranslations("dashboards.sides");
  const fields = useTranslations("dashboards.fields");
  const nameOf = useKeyName(view.choices);
  const { own, tracks, nodes, verifications, words, params, dashboard } = view;
  const heads = {
    share: t("share"),
    left: t("left"),
    answered: t("answered"),
  };
  const { compare } = dashboard;
  const shared = {
    calls: dashboard,
    compared: compare && { name: sides(compare.with), calls: compare },
    inIvr: own.inIvr,
  };
  const tableBy = (by: "path" | "verification", rows: typeof verifications) =>
    prepareIvrTable(
      {
        ...shared,
        rows,
        by,
        nameOf: (key) => nameOf(by, key),
        narrowHref: (key) => narrowedHref({ page: "ivr", params }, { by, key }),
      },
      { ...heads, row: fields(by) },
      words,
    );
  const hangUps = prepareHangUps(
    { ...shared, rows: nodes, nameOf: (key) => nameOf("exitNode", key) },
    { row: t("node"), hungUp: t("hungUp"), share: t("hungUpShare"), reached: t("reached") },
    words,
  );
  return (
    <>
      <FiguresTable
        title={t("tracks")}
        definition={<DefinitionCard metric="leftInIvr" />}
        count={words.n(own.inIvr)}
        table={tableBy("path", tracks.rows)}
        aside={
          tracks.total > tracks.rows.length ? (
            <Link
              href={dashboardHref("ivr", { ...params, rows: "all" })}
              scroll={false}
              prefetch={false}
              className="underline underline-offset-2"
            >
              {t("allTracks", { count: words.count(tracks.total) })}
            </Link>
          ) : null
        }
      />
      <FiguresTable
        title={t("hangUps")}
        definition={<DefinitionCard metric="leftInIvr" />}
        count={words.n(own.left?.part ?? 0)}
        table={hangUps}
      />
      <FiguresTable
        title={t("verifications")}
        definition={<DefinitionCard metric="leftInIvr" />}
        count={words.n(own.inIvr)}
        table={tableBy("verification", verifications)}
      />
    </>
  );
}
