import type { FigureWords } from "@/app/_charts/figure-words";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";
import type { DashboardParams } from "@/app/(console)/dashboards/search-params";

/** What every part of the page draws from. */
export interface DurationView {
  readonly params: DashboardParams;
  readonly dashboard: Dashboard;
  readonly figures: RouterOutputs["dashboards"]["duration"]["figures"];
  readonly words: FigureWords;
}

/** The definition of each part of the handle time. */
export const metricOf = {
  handle: "handleTime",
  talk: "talkTime",
  hold: "holdTime",
  wrapUp: "wrapUpTime",
} as const;
