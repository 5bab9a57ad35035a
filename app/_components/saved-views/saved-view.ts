import type { RouterOutputs } from "@/app/_trpc/outputs";

export type SavedView = RouterOutputs["savedViews"]["list"][number];

/** Where a view is opened. */
export function viewHref({ page, query }: Pick<SavedView, "page" | "query">) {
  return page === "calls" ? (`/calls?${query}` as const) : (`/dashboards?${query}` as const);
}
