import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";
import { useCohortWords } from "@/app/(console)/calls/use-cohort-words";
import type { Cohort } from "@/server/domain/metrics/cohort";

interface CohortChipProps {
  cohort: Cohort;
  params: CallLogParams;
  choices: FilterChoices;
}

/** The figure that the list stands behind, in words, and the way back to all calls. */
export function CohortChip({ cohort, params, choices }: CohortChipProps) {
  const t = useTranslations("calls");
  const words = useCohortWords(cohort, choices).join(" · ");
  return (
    <li className="inline-flex min-h-8 max-w-full items-center rounded-md border border-accent bg-selected pl-2.5 text-table">
      <span>
        <span className="font-medium">{t(`cohort.units.${cohort.unit}`)}</span> {words}
      </span>
      <Link
        href={callLogHref({ ...params, ...firstPage, cohort: null })}
        aria-label={t("cohort.remove")}
        className="ml-1 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </Link>
    </li>
  );
}
