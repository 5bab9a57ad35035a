import Link from "next/link";
import { useTranslations } from "next-intl";
import { prepareBreakdown } from "@/app/_charts/prepare-breakdown";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { FiguresTable } from "@/app/_components/charts/figures-table";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { ChoiceLinks } from "@/app/(console)/dashboards/choice-links";
import { type DurationView, metricOf } from "@/app/(console)/dashboards/duration/duration-view";
import { useKeyName } from "@/app/(console)/dashboards/key-name";
import { narrowedHref } from "@/app/(console)/dashboards/narrowed-href";
import { breakdowns, dashboardHref } from "@/app/(console)/dashboards/search-params";

interface BreakdownProps {
  view: DurationView;
  choices: FilterChoices;
}

/** The durations under each key of one property; which property stands in the address. */
export function Breakdown({ view, choices }: BreakdownProps) {
  const t = useTranslations("duration");
  const metrics = useTranslations("metrics");
  const fields = useTranslations("dashboards.fields");
  const nameOf = useKeyName(choices);
  const { params, dashboard, figures, words } = view;
  const { duration: part, by } = params;
  const spread = figures.parts[part];
  const { compare } = dashboard;
  const beside = figures.compared?.parts[part];
  const table = prepareBreakdown({
    rows: figures.breakdown.rows,
    part,
    by,
    own: { legs: dashboard, n: spread?.n ?? 0 },
    compared:
      compare && beside
        ? { legs: compare, n: beside.n, with: compare.with, name: t(`comparedColumn.${compare.with}`) }
        : null,
    names: { row: fields(by === "skillGroup" ? "group" : by), share: t("share") },
    nameOf: (key) => nameOf(by, key),
    narrowHref: (key) => narrowedHref({ page: "duration", params }, { by, key }),
    words,
  });
  return (
    <FiguresTable
      title={t("breakdown", { name: metrics(`${metricOf[part]}.name`) })}
      definition={<DefinitionCard metric={metricOf[part]} />}
      count={words.n(spread?.n ?? 0)}
      table={table}
      aside={
        <>
          {figures.breakdown.total > figures.breakdown.rows.length ? (
            <Link
              href={dashboardHref("duration", { ...params, rows: "all" })}
              scroll={false}
              prefetch={false}
              className="underline underline-offset-2"
            >
              {t("allRows", { number: words.count(figures.breakdown.total) })}
            </Link>
          ) : null}
          <ChoiceLinks
            page="duration"
            label={t("byLabel")}
            params={params}
            choices={breakdowns.map((one) => ({
              name: fields(one === "skillGroup" ? "group" : one),
              isChosen: one === by,
              change: { by: one, rows: "top" },
            }))}
          />
        </>
      }
    />
  );
}
