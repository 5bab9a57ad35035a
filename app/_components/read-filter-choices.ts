import { getLocale } from "next-intl/server";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { provinceName } from "@/app/_i18n/place-names";
import { api } from "@/app/_trpc/server";

/** What can be chosen in the filters, in the order and the words of the reader's language. */
export async function readFilterChoices(): Promise<FilterChoices> {
  const [locale, choices] = await Promise.all([getLocale(), api.calls.choices()]);
  const { compare } = new Intl.Collator(locale);
  const provinces = choices.provinces
    .map((value) => ({ value, label: provinceName(locale, value) }))
    .sort((one, other) => compare(one.label, other.label));
  return { ...choices, provinces };
}
