import type { RuleNames } from "@/app/_components/rules/rule-words";
import type { Locale } from "@/app/_i18n/locales";
import { provinceName } from "@/app/_i18n/place-names";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";

/** What rules name, as it is called in a reader's language. */
export function namesOf({ groups, agents, values }: Knowledge, locale: Locale): RuleNames {
  return {
    groups: new Map(groups.map(({ skillGroupId, name }) => [skillGroupId, name])),
    agents: new Map(agents.map(({ userId, name }) => [userId, name])),
    places: new Map(values.province.map((name) => [name, provinceName(locale, name)])),
  };
}
