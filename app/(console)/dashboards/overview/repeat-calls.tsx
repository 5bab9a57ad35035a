import { getTranslations } from "next-intl/server";
import type { FigureRecords } from "@/app/_charts/figure-records";
import { prepareRepeatTile } from "@/app/_charts/prepare-overview-tiles";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { Button } from "@/app/_components/ui/button";
import { PlainInput } from "@/app/_components/ui/plain-field";
import { api } from "@/app/_trpc/server";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

const usualHours = 24;

interface RepeatCallsProps {
  params: DashboardParams;
  records: FigureRecords;
}

/** Counted only when it is asked for: it has to look at every call, and at those before. */
export async function RepeatCalls({ params, records }: RepeatCallsProps) {
  const t = await getTranslations("overview");
  const { repeat } = params;
  const figure =
    repeat === null ? null : await api.dashboards.overview.repeatCalls({ ...records, withinHours: repeat });
  const printed = prepareRepeatTile(figure, { records, withinHours: repeat }, await getFigureWords());
  return (
    <Tile name={t("names.repeatCalls")} definition={<DefinitionCard metric="repeatCalls" />} {...printed}>
      <form action="/dashboards/overview" className="mt-1 flex items-end gap-2">
        {[...new URL(dashboardHref("overview", { ...params, repeat: null }), "http://here").searchParams].map(
          ([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ),
        )}
        <PlainInput
          type="number"
          name="repeat"
          min={1}
          max={720}
          required
          label={t("withinHours")}
          defaultValue={repeat ?? usualHours}
          className="w-24"
        />
        <Button type="submit">{t("count")}</Button>
      </form>
    </Tile>
  );
}
