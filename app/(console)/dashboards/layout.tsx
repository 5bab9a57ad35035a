import type { ReactNode } from "react";
import { timeZoneList } from "@/app/(console)/dashboards/dashboard-bar";
import { requireViewerWho } from "@/server/auth/require-viewer";

/** What all dashboards share and no choice changes. */
export default async function DashboardsLayout({ children }: { children: ReactNode }) {
  await requireViewerWho("dashboards:read");
  return (
    <>
      <datalist id={timeZoneList}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {children}
    </>
  );
}
