import { useLocale, useTranslations } from "next-intl";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { localPlace } from "@/app/_i18n/place-names";

/** Place of ownership of the customer's number: province and city, or the country alone. */
export function usePlaceName() {
  const locale = useLocale();
  const t = useTranslations("call");
  return (place: Pick<CallSheet["call"], "country" | "province" | "city">) => {
    const { country, province, city } = localPlace(locale, place);
    const parts = [province, city].filter((part, index, all) => part !== null && all.indexOf(part) === index);
    if (parts.length > 0) return parts.join(" · ");
    if (country === null) return t("unknownPlace");
    return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  };
}
