import { getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import type { Cohort } from "@/server/domain/metrics/cohort";

interface CallCountProps {
  filter: CallFilter;
  cohort: Cohort | null;
}

/** How many calls, or records of calls, the list holds. */
export async function CallCount({ filter, cohort }: CallCountProps) {
  const t = await getTranslations("calls");
  if (cohort) {
    const counted = await settle(api.cohorts.count({ cohort, filter }));
    return counted.ok ? t(`cohort.sizes.${cohort.unit}`, { ...counted.value }) : null;
  }
  const counted = await settle(api.calls.count({ filter }));
  return counted.ok ? t("count", { count: counted.value }) : null;
}
