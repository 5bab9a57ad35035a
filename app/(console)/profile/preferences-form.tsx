"use client";

import { useTranslations } from "next-intl";
import { Theme } from "@/app/_components/theme";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { useChoosePreference } from "@/app/_components/use-choose-preference";
import { localeNames } from "@/app/_i18n/locales";
import type { Preferences } from "@/server/domain/people/preferences";

interface PreferencesFormProps {
  preferences: Preferences;
  /** Every zone that can be chosen. */
  zones: readonly string[];
}

/** Each choice holds as soon as it is made. */
export function PreferencesForm({ preferences, zones }: PreferencesFormProps) {
  const t = useTranslations("profile");
  const { choose, pending } = useChoosePreference();
  return (
    <div
      className="grid gap-4 rounded-lg border border-line bg-surface p-4 md:grid-cols-3"
      aria-busy={pending}
    >
      <Field label={t("preferences.locale")}>
        <Select value={preferences.locale ?? ""} onChange={(event) => choose("locale", event.target.value)}>
          <option value="">{t("preferences.asBrowser")}</option>
          {Object.entries(localeNames).map(([locale, name]) => (
            <option key={locale} value={locale}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("preferences.timeZone")}>
        <Select
          value={preferences.timeZone ?? ""}
          onChange={(event) => choose("timeZone", event.target.value)}
        >
          <option value="">{t("preferences.asBrowser")}</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("preferences.theme")}>
        <Select
          value={preferences.theme ?? "system"}
          onChange={(event) => choose("theme", event.target.value)}
        >
          {Theme.options.map((theme) => (
            <option key={theme} value={theme}>
              {t(`preferences.themes.${theme}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
