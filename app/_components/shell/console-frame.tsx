"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Destination, JumpPalette } from "@/app/_components/shell/jump-palette";
import { pages } from "@/app/_components/shell/pages";
import { Rail } from "@/app/_components/shell/rail";
import { ShortcutList } from "@/app/_components/shell/shortcut-list";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import { UserMenu } from "@/app/_components/shell/user-menu";
import type { Theme } from "@/app/_components/theme";
import { trpcOptions } from "@/app/_trpc/query-client";
import { mayDo } from "@/server/domain/people/permissions";
import type { Viewer } from "@/server/domain/people/viewer";

interface ConsoleFrameProps {
  viewer: Viewer;
  theme: Theme;
  railFolded: boolean;
  unreadMentions: number;
  hotlineTimeZone: string;
  children: ReactNode;
}

/** The rail, the palette and the keys around every page of the console. */
export function ConsoleFrame({
  viewer,
  theme,
  railFolded,
  unreadMentions,
  hotlineTimeZone,
  children,
}: ConsoleFrameProps) {
  const t = useTranslations("shell");
  const [overlay, setOverlay] = useState<"palette" | "keys" | null>(null);
  useShortcut("mod+k", () => setOverlay("palette"));
  useShortcut("?", () => setOverlay("keys"));

  const views = useQuery({
    ...trpcOptions.savedViews.list.queryOptions(),
    enabled: overlay === "palette" && mayDo(viewer.role, "calls:read"),
  });
  const destinations: Destination[] = [
    ...pages
      .filter((page) => mayDo(viewer.role, page.needs))
      .map((page) => ({ label: t(`pages.${page.name}`), href: page.href, kind: t("palette.page") })),
    ...(views.data ?? []).map(
      (view): Destination => ({
        label: view.name,
        href: `/calls?${view.query}`,
        kind: t("palette.view"),
      }),
    ),
  ];

  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        {t("skip")}
      </a>
      <Rail
        role={viewer.role}
        initiallyFolded={railFolded}
        unreadMentions={unreadMentions}
        onJump={() => setOverlay("palette")}
      >
        <UserMenu
          viewer={viewer}
          theme={theme}
          hotlineTimeZone={hotlineTimeZone}
          onShowKeys={() => setOverlay("keys")}
        />
      </Rail>
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>
      <JumpPalette
        open={overlay === "palette"}
        onOpenChange={(open) => setOverlay(open ? "palette" : null)}
        destinations={destinations}
      />
      <ShortcutList open={overlay === "keys"} onOpenChange={(open) => setOverlay(open ? "keys" : null)} />
    </div>
  );
}
