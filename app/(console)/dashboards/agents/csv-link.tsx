import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

/** The figures of a dashboard's agents as a file: of all of them, or of those that stand side by side. */
export function csvHref(params: DashboardParams, agents: "all" | "beside"): string {
  const { searchParams } = new URL(dashboardHref("agents", params), "http://here");
  if (agents === "beside") searchParams.set("agents", agents);
  return `/api/dashboards/agents?${searchParams}`;
}

export function CsvLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="ml-auto inline-flex items-center gap-1.5 text-caption text-muted hover:text-ink"
    >
      <Download aria-hidden className="size-4" />
      {children}
    </a>
  );
}
