import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type DashboardPage, dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

/** The dashboards, each with what is looked at now. */
export function DashboardTabs({ page, params }: { page: DashboardPage; params: DashboardParams }) {
  const t = useTranslations("dashboards");
  return (
    <nav aria-label={t("tabsLabel")}>
      <ul className="flex gap-1">
        {dashboardPages.map((one) => (
          <li key={one}>
            <Link
              href={dashboardHref(one, params)}
              prefetch={false}
              aria-current={one === page ? "page" : undefined}
              className={clsx(
                "inline-flex h-8 items-center rounded-md px-2.5 text-body",
                one === page
                  ? "bg-selected font-medium text-ink"
                  : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {t(`tabs.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
