import "server-only";
import { getTranslations } from "next-intl/server";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { api } from "@/app/_trpc/server";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";
import type { SkillGroupId } from "@/server/domain/identifiers";

/** Overflow paths of so long a period are counted while the page is made; those of longer ones when asked for. */
const countedAtOnceMs = 32 * 86_400_000;

/** What the waiting dashboard prints, with the words for it. */
export async function readWaiting(dashboard: Dashboard, params: DashboardParams) {
  const { from, until, filter } = dashboard;
  const countsPaths = params.paths === "counted" || until - from <= countedAtOnceMs;
  const [figures, paths, words, t] = await Promise.all([
    api.dashboards.waiting.figures(dashboard),
    countsPaths ? api.dashboards.waiting.overflowPaths({ from, until, filter }) : null,
    getFigureWords(),
    getTranslations("dashboards"),
  ]);
  const names = new Map(figures.groups.map(({ skillGroupId, name }) => [skillGroupId, name]));
  const nameOf = (skillGroupId: SkillGroupId) => names.get(skillGroupId) ?? t("unknown");
  return { ...figures, paths, words, nameOf, params, dashboard };
}

export type WaitingView = Awaited<ReturnType<typeof readWaiting>>;
