"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { LazyUserMenu } from "@/app/_components/shell/lazy-user-menu";
import { Rail } from "@/app/_components/shell/rail";
import type { RailState } from "@/app/_components/shell/rail-state";
import { useShortcut } from "@/app/_components/shell/use-shortcut";

import type { Theme } from "@/app/_components/theme";
import type { Viewer } from "@/server/domain/people/viewer";

// What few readers open on few pages is fetched when it is opened.
const ConsolePalette = dynamic(
  () => import("@/app/_components/shell/console-palette").then((file) => file.ConsolePalette),
  { ssr: false },
);
const ShortcutList = dynamic(
  () => import("@/app/_components/shell/shortcut-list").then((file) => file.ShortcutList),
  { ssr: false },
);

interface ConsoleFrameProps {
  viewer: Viewer;
  theme: Theme;
  rail: RailState;
  unreadMentions: number;
  hotlineTimeZone: string;
  children: ReactNode;
}

/** The rail, the palette and the keys around every page of the console. */
export function ConsoleFrame({
  viewer,
  theme,
  rail,
  unreadMentions,
  hotlineTimeZone,
  children,
}: ConsoleFrameProps) {
  const t = useTranslations("shell");
  const [overlay, setOverlay] = useState<"palette" | "keys" | null>(null);
  useShortcut("mod+k", () => setOverlay("palette"));
  useShortcut("?", () => setOverlay("keys"));
  const close = () => setOverlay(null);

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
        initial={rail}
        unreadMentions={unreadMentions}
        onJump={() => setOverlay("palette")}
      >
        <LazyUserMenu
          viewer={viewer}
          theme={theme}
          hotlineTimeZone={hotlineTimeZone}
          onShowKeys={() => setOverlay("keys")}
        />
      </Rail>
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>
      {overlay === "palette" ? <ConsolePalette role={viewer.role} onClose={close} /> : null}
      {overlay === "keys" ? <ShortcutList open onOpenChange={close} /> : null}
    </div>
  );
}
