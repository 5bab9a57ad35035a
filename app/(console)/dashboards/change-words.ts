import { useTranslations } from "next-intl";
import type { FigureWords } from "@/app/_charts/figure-words";
import type { ChangeWords } from "@/app/_charts/prepare-change";
import type { Dashboard } from "@/app/(console)/dashboards/read-dashboard";

/** Words in which the change of a figure names what it is measured against. */
export function useChangeWords<Words extends FigureWords>(
  words: Words,
  compare: Dashboard["compare"],
): Words & ChangeWords {
  const t = useTranslations("dashboards");
  return { ...words, against: (figure) => (compare ? t(`against.${compare.with}`, { figure }) : "") };
}
