import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DashboardHref } from "@/app/_charts/chart-models";

/** Looks at the records under one name only; the name then stands among the filters. */
export function NarrowLink({ href, name }: { href: DashboardHref; name: string }) {
  const t = useTranslations("charts");
  return (
    <a
      href={href}
      aria-label={t("filterBy", { name })}
      title={t("filterBy", { name })}
      className="-my-1 ml-1 inline-flex size-6 items-center justify-center rounded-md align-middle text-faint hover:bg-hover hover:text-ink"
    >
      <ListFilter aria-hidden className="size-3.5" />
    </a>
  );
}
