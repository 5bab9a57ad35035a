import Link from "next/link";
import { useTranslations } from "next-intl";
import { prepareHangUps, prepareIvrTable } from "@/app/_charts/prepare-ivr";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import type { IvrView } from "@/app/(console)/dashboards/ivr/read-ivr";
import { useKeyName } from "@/app/(console)/dashboards/key-name";
import { dashboardHref } from "@/app/(console)/dashboards/search-params";

/** The calls in the IVR by what was pressed, by where it ended, and by who they proved to be. */
export function IvrTables({ view }: { view: IvrView }) {
  const t = useTranslations("ivrPage");
  const nameOf = useKeyName(view.choices);
  const { own, tracks, nodes, verifications, words, params, dashboard } = view;
  const heads = {
    share: t("share"),
    left: t("left"),
    answered: t("answered"),
  };
  const trackTable = prepareIvrTable(
    {
      rows: tracks.rows,
      by: "path",
      calls: dashboard,
      nameOf: (key) => nameOf("path", key),
      inIvr: own.inIvr,
    },
    { ...heads, row: t("track") },
    words,
  );
  const verificationTable = prepareIvrTable(
    {
      rows: verifications,
      by: "verification",
      calls: dashboard,
      nameOf: (key) => nameOf("verification", key),
      inIvr: own.inIvr,
    },
    { ...heads, row: t("verification") },
    words,
  );
  const hangUps = prepareHangUps(
    { rows: nodes, calls: dashboard, nameOf: (key) => nameOf("exitNode", key) },
    { row: t("node"), hungUp: t("hungUp"), share: t("hungUpShare"), reached: t("reached") },
    words,
  );
  return (
    <>
      <FiguresTable
        title={t("tracks")}
        definition={<DefinitionCard metric="leftInIvr" />}
        count={words.n(own.inIvr)}
        table={trackTable}
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
        table={verificationTable}
      />
    </>
  );
}
