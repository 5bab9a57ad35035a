"use client";

import { Keyboard, LogOut, UserRound } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { signOutHere } from "@/app/_components/sign-out-here";
import { Theme } from "@/app/_components/theme";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/app/_components/ui/menu";
import { useChoosePreference } from "@/app/_components/use-choose-preference";
import { localeNames } from "@/app/_i18n/locales";
import type { Viewer } from "@/server/domain/people/viewer";

interface UserMenuProps {
  viewer: Viewer;
  theme: Theme;
  /** The zone that the line itself is run in. */
  hotlineTimeZone: string;
  onShowKeys: () => void;
}

export function UserMenu({ viewer, theme, hotlineTimeZone, onShowKeys }: UserMenuProps) {
  const t = useTranslations("shell");
  const { choose } = useChoosePreference();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? hotlineTimeZone;

  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, own, hotlineTimeZone, "UTC"])];

  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-md px-1.5 text-left hover:bg-hover"
          aria-label={t("account", { name: viewer.name })}
        >
          <span
            aria-hidden
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-selected text-caption font-semibold text-accent"
          >
            {[...viewer.name].slice(0, 1).join("").toUpperCase()}
          </span>
          <span className="grid min-w-0 group-data-folded/rail:hidden">
            <span className="truncate text-table font-medium">{viewer.name}</span>
            <span className="text-caption text-muted">{t(`roles.${viewer.role}`)}</span>
          </span>
        </button>
      }
    >
      <MenuChoice
        label={t("language")}
        value={locale}
        choices={Object.entries(localeNames).map(([value, label]) => ({ value, label }))}
        onChoose={(value) => choose("locale", value)}
      />
      <MenuChoice
        label={t("timeZone")}
        value={timeZone}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        onChoose={(value) => choose("timeZone", value)}
      />
      <MenuChoice
        label={t("theme.label")}
        value={theme}
        choices={Theme.options.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChoose={(value) => choose("theme", value)}
      />
      <MenuSeparator />
      <MenuLink href="/profile">
        <UserRound aria-hidden />
        {t("profile")}
      </MenuLink>
      <MenuItem onSelect={onShowKeys}>
        <Keyboard aria-hidden />
        {t("keys.title")}
      </MenuItem>
      <MenuItem onSelect={signOutHere}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
