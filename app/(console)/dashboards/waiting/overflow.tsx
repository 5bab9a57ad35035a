import Link from "next/link";
import { useTranslations } from "next-intl";
import { prepareFlow } from "@/app/_charts/prepare-flow";
import { pathHref, prepareOverflowTable } from "@/app/_charts/prepare-overflow";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FlowDrawing } from "@/app/_components/charts/flow-drawing";
import { dashboardHref } from "@/app/(console)/dashboards/search-params";
import type { WaitingView } from "@/app/(console)/dashboards/waiting/read-waiting";

/** From which group to which calls went on. */
export function Overflow({ view }: { view: WaitingView }) {
  const { own, paths, words, nameOf, dashboard } = view;
  const t = useTranslations("waitingPage");
  if (paths === null) return <OverflowOnDemand view={view} />;
  const offered = new Map(own.groups.map((group) => [group.skillGroupId, group.offered]));
  const table = prepareOverflowTable(
    { paths, visits: dashboard, nameOf, offeredOf: (id) => offered.get(id) ?? 0 },
    {
      ...words,
      path: t("path"),
      visits: t("visits"),
      shareOfGroup: t("shareOfGroup"),
      groupVisits: t("groupVisits"),
      wait: t("waitBefore"),
      letGo: t("letGo"),
    },
  );
  const flow = prepareFlow({
    paths: paths.map((path) => {
      const [from, to] = [nameOf(path.from), path.to === null ? t("letGo") : nameOf(path.to)];
      const label = t("flow", { from, to, count: words.count(path.count) });
      return { from, to, count: path.count, label, href: pathHref(path, dashboard) };
    }),
  });
  return (
    <ChartFrame
      title={t("overflow")}
      definition={<DefinitionCard metric="overflow" />}
      count={words.n(own.counts.overflowed)}
      drawnBy="server"
      height={flow.height}
      table={table}
    >
      <FlowDrawing model={flow} label={t("overflow")} />
    </ChartFrame>
  );
}

/** Paths are counted from the rows: for a long period only when somebody wants to know. */
function OverflowOnDemand({ view: { own, words, params } }: { view: WaitingView }) {
  const t = useTranslations("waitingPage");
  return (
    <section
      aria-labelledby="overflow-paths"
      className="grid gap-2 rounded-lg border border-line bg-surface p-4"
    >
      <h2 id="overflow-paths" className="text-section">
        {t("overflowPaths")}
      </h2>
      {own.counts.overflowed === 0 ? (
        <p className="text-body text-muted">{t("noneOverflowed")}</p>
      ) : (
        <>
          <p className="text-body text-muted">
            {t("onDemand", { count: words.count(own.counts.overflowed) })}
          </p>
          <p>
            <Link
              href={dashboardHref("waiting", { ...params, paths: "counted" })}
              prefetch={false}
              scroll={false}
              className="text-body text-accent hover:underline"
            >
              {t("countPaths")}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
