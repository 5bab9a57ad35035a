import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { weekdayName } from "@/app/_components/format/weekday-name";
import { localeNames } from "@/app/_i18n/locales";
import { provinceName } from "@/app/_i18n/place-names";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { AuditWords } from "@/app/(console)/audit/detail-words";

export async function readAuditWords(names: RouterOutputs["audit"]["names"]): Promise<AuditWords> {
  const [format, locale, profile, calls] = await Promise.all([
    getFormatter(),
    getLocale(),
    getTranslations("profile"),
    getTranslations("calls"),
  ]);
  const dashboards = await getTranslations("dashboards");
  const people = new Map<string, string>(names.people.map(({ userId, name }) => [userId, name]));
  const groups = new Map<string, string>(
    names.skillGroups.map(({ skillGroupId, name }) => [skillGroupId, name]),
  );
  return {
    audit: await getTranslations("audit"),
    groups: await getTranslations("skillGroups"),
    people: await getTranslations("people"),
    imports: await getTranslations("imports"),
    calls,
    profile,
    format,
    personName: (id) => people.get(id) ?? id,
    groupName: (id) => groups.get(id) ?? id,
    province: (name) => provinceName(locale, name),
    page: (page) => (page === "calls" ? calls("title") : dashboards("title")),
    locale: (chosen) => (chosen === null ? profile("preferences.asBrowser") : localeNames[chosen]),
    weekday: (weekday) => weekdayName(format, weekday),
    list: (items) => format.list(items, "row"),
  };
}
