import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type OwnPeriod, ownPeriods } from "@/app/agent/figures/own-period";

export function PeriodLinks({ chosen }: { chosen: OwnPeriod }) {
  const t = useTranslations("ownFigures");
  return (
    <nav aria-label={t("periodsLabel")} className="flex gap-1">
      {ownPeriods.map((period) => (
        <Link
          key={period}
          href={`/agent/figures?period=${period}`}
          prefetch={false}
          aria-current={period === chosen ? "page" : undefined}
          className={clsx(
            "inline-flex h-8 items-center rounded-md px-2.5 text-body",
            period === chosen
              ? "bg-selected font-medium text-ink"
              : "text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {t(`periods.${period}`)}
        </Link>
      ))}
    </nav>
  );
}
