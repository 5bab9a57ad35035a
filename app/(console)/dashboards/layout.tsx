import type { ReactNode } from "react";
import { timeZoneList } from "@/app/(console)/dashboards/dashboard-bar";

/** What all dashboards share and no choice changes. */
export default function DashboardsLayout({ children }: { children: ReactNode }) {
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
