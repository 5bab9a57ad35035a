import { getTranslations } from "next-intl/server";
import type { TileModel } from "@/app/_charts/chart-models";
import { DefinitionCard } from "@/app/_components/charts/definition-card";
import { Tile } from "@/app/_components/charts/tile";
import { Button } from "@/app/_components/ui/button";
import { PlainInput } from "@/app/_components/ui/plain-field";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

const usualHours = 24;

interface RepeatCallsProps {
  params: DashboardParams;
  tile: TileModel;
}

/** Counted only when it is asked for: it has to look at every call, and at those before. */
export async function RepeatCalls({ params, tile }: RepeatCallsProps) {
  const t = await getTranslations("overview");
  const { repeat } = params;
  return (
    <Tile name={t("names.repeatCalls")} definition={<DefinitionCard metric="repeatCalls" />} {...tile}>
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
