import "server-only";
import { getTimeZone } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { unreadFields } from "@/app/_components/unread-fields";
import { readDashboard } from "@/app/(console)/dashboards/read-dashboard";
import { loadDashboardParams } from "@/app/(console)/dashboards/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";

/**
 * What a dashboard's address asks for, now and in the viewer's time zone; others than its readers go elsewhere.
 * From here on the zone is named, so that what is saved, or sent to somebody elsewhere, shows the same figures.
 */
export async function openDashboard(searchParams: Promise<SearchParams>) {
  await requireViewerWho("dashboards:read");
  const raw = await searchParams;
  const params = loadDashboardParams(raw);
  const dashboard = readDashboard(params, { now: Date.now(), timeZone: await getTimeZone() });
  return { params: { ...params, zone: dashboard.timeZone }, dashboard, unread: unreadFields(raw, params) };
}
