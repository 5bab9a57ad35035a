import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { weekdayName } from "@/app/_components/format/weekday-name";
import { type Locale, localeNames } from "@/app/_i18n/locales";
import { provinceName } from "@/app/_i18n/place-names";
import type { Translator } from "@/app/_i18n/translator";
import type { AuditWords, ReaderWords } from "@/app/(console)/audit/detail-words";

/** What the people and the groups that entries name are called. */
interface Names {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  readonly skillGroups: readonly { readonly skillGroupId: string; readonly name: string }[];
}

interface Reader extends ReaderWords {
  readonly dashboards: Translator<"dashboards">;
  readonly locale: Locale;
}

/** The words of a reader's language, and what ids mean in them. */
export function auditWords({ dashboards, locale, ...reader }: Reader, names: Names): AuditWords {
  const { calls, format, profile } = reader;
  const people = new Map(names.people.map(({ userId, name }) => [userId, name]));
  const groups = new Map(names.skillGroups.map(({ skillGroupId, name }) => [skillGroupId, name]));
  return {
    ...reader,
    personName: (id) => people.get(id) ?? id,
    groupName: (id) => groups.get(id) ?? id,
    province: (name) => provinceName(locale, name),
    page: (page) => (page === "calls" ? calls("title") : dashboards("title")),
    locale: (chosen) => (chosen === null ? profile("preferences.asBrowser") : localeNames[chosen]),
    weekday: (weekday) => weekdayName(format, weekday),
    list: (items) => format.list(items, "row"),
  };
}

/** The same for the request that is being answered. */
export async function readAuditWords(names: Names): Promise<AuditWords> {
  return auditWords(
    {
      audit: await getTranslations("audit"),
      calls: await getTranslations("calls"),
      dashboards: await getTranslations("dashboards"),
      groups: await getTranslations("skillGroups"),
      people: await getTranslations("people"),
      profile: await getTranslations("profile"),
      imports: await getTranslations("imports"),
      format: await getFormatter(),
      locale: await getLocale(),
    },
    names,
  );
}
