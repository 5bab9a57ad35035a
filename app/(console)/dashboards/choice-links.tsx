import { clsx } from "clsx";
import Link from "next/link";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { type DashboardParams, dashboardHref } from "@/app/(console)/dashboards/search-params";

interface ChoiceLinksProps {
  page: DashboardPage;
  /** What is chosen between. */
  label: string;
  params: DashboardParams;
  /** Each with the part of the address that it changes. */
  choices: readonly {
    readonly name: string;
    readonly isChosen: boolean;
    readonly change: Partial<DashboardParams>;
  }[];
}

/** A choice that stands in the address: links, one of which is the current one. */
export function ChoiceLinks({ page, label, params, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-0.5 text-caption">
        {choices.map(({ name, isChosen, change }) => (
          <li key={name}>
            <Link
              href={dashboardHref(page, { ...params, ...change })}
              scroll={false}
              prefetch={false}
              aria-current={isChosen ? "true" : undefined}
              className={clsx(
                "inline-flex h-6 items-center rounded-sm px-1.5",
                isChosen ? "bg-selected text-ink" : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
