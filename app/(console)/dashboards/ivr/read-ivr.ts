import { readFilterChoices } from "@/app/_components/read-filter-choices";
import "server-only";
import { getFigureWords } from "@/app/_components/format/figure-words";
import { api } from "@/app/_trpc/server";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

/** What the IVR dashboard prints, with the words for it. */
export async function readIvr(params: DashboardParams, dashboard: Dashboard) {
  const [figures, choices, words] = await Promise.all([
    api.dashboards.ivr.figures({ ...dashboard, allRows: params.rows === "all" }),
    readFilterChoices(),
    getFigureWords(),
  ]);
  return { ...figures, choices, words, params, dashboard };
}

export type IvrView = Awaited<ReturnType<typeof readIvr>>;
