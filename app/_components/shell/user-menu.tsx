"use client";

import { Keyboard, LogOut, UserRound } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { AccountButton } from "@/app/_components/shell/account-button";
import { signOutHere } from "@/app/_components/sign-out-here";
import { Theme } from "@/app/_components/theme";
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from "@/app/_components/ui/menu";
import { useChoosePreference } from "@/app/_components/use-choose-preference";
import { localeNames } from "@/app/_i18n/locales";
import { QueryProvider } from "@/app/_trpc/query-client";
import type { Viewer } from "@/server/domain/people/viewer";

export interface UserMenuProps {
  viewer: Viewer;
  theme: Theme;
  /** The zone that the line itself is run in. */
  hotlineTimeZone: string;
  onShowKeys: () => void;
}

function OpenUserMenu({ viewer, theme, hotlineTimeZone, onShowKeys }: UserMenuProps) {
  const t = useTranslations("shell");
  const keys = useTranslations("keys");
  const { choose } = useChoosePreference();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? hotlineTimeZone;

  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, own, hotlineTimeZone, "UTC"])];

  return (
    <Menu side="top" initiallyOpen trigger={<AccountButton viewer={viewer} />}>
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
        {keys("title")}
      </MenuItem>
      <MenuItem onSelect={signOutHere}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

/** The account's menu, open; its scripts are fetched when it is first asked for. */
export function UserMenu(props: UserMenuProps) {
  return (
    <QueryProvider>
      <OpenUserMenu {...props} />
    </QueryProvider>
  );
}
