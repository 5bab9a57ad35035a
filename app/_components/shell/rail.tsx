"use client";

import { clsx } from "clsx";
import { PanelLeft, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { pages } from "@/app/_components/shell/pages";
import type { RailState } from "@/app/_components/shell/rail-state";
import { Kbd } from "@/app/_components/ui/kbd";
import { rememberInBrowser } from "@/app/_i18n/cookies";
import { mayDo } from "@/server/domain/people/permissions";
import type { Role } from "@/server/domain/people/role";

const rowLook =
  "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-body transition-colors [&_svg]:size-4 [&_svg]:shrink-0";

/** As in the `folded` variant of globals.css, which draws the rail; this only finds the words for it. */
const narrow = "(width < 75rem)";

function onWidthChange(tell: () => void) {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}

interface RailProps {
  role: Role;
  initial: RailState;
  /** Mentions the reader has not seen. */
  unreadMentions: number;
  onJump: () => void;
  /** What stands at its foot. */
  children: ReactNode;
}

export function Rail({ role, initial, unreadMentions, onJump, children }: RailProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [state, setState] = useState(initial);
  const isNarrow = useSyncExternalStore(
    onWidthChange,
    () => window.matchMedia(narrow).matches,
    () => false,
  );
  const folded = state === "auto" ? isNarrow : state === "folded";

  function fold() {
    const next = folded ? "open" : "folded";
    rememberInBrowser("rail", next);
    setState(next);
  }

  return (
    <nav
      aria-label={t("mainNavigation")}
      data-fold={state}
      className="sticky top-0 z-10 flex h-dvh w-52 shrink-0 flex-col border-r border-line bg-rail p-2 folded:w-14"
    >
      <div className="mb-3 flex h-8 items-center justify-between pl-2.5 folded:justify-center folded:pl-0">
        <span className="text-body font-semibold tracking-tight folded:hidden">Hotline</span>
        <button
          type="button"
          onClick={fold}
          aria-label={folded ? t("unfold") : t("fold")}
          aria-expanded={!folded}
          className="group/hinted relative inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <PanelLeft aria-hidden className="size-4" />
          <Hint always>{folded ? t("unfold") : t("fold")}</Hint>
        </button>
      </div>
      <button
        type="button"
        onClick={onJump}
        className={clsx(
          rowLook,
          "group/hinted relative mb-3 border border-line bg-surface text-muted hover:text-ink",
        )}
      >
        <Search aria-hidden />
        <span className="flex-1 text-left folded:sr-only">{t("jump")}</span>
        <span aria-hidden className="folded:hidden">
          <Kbd>⌘K</Kbd>
        </span>
        <Hint>{t("jump")}</Hint>
      </button>
      <ul className="grid gap-0.5">
        {pages
          .filter((page) => mayDo(role, page.needs))
          .map(({ name, href, icon: Icon }) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={path.startsWith(href) ? "page" : undefined}
                className={clsx(
                  rowLook,
                  "group/hinted relative",
                  path.startsWith(href)
                    ? "bg-selected font-medium text-ink"
                    : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon aria-hidden />
                <span className="folded:sr-only">{t(`pages.${name}`)}</span>
                {name === "mentions" && unreadMentions > 0 ? <Unread count={unreadMentions} /> : null}
                <Hint>{t(`pages.${name}`)}</Hint>
              </Link>
            </li>
          ))}
      </ul>
      <div className="mt-auto">{children}</div>
    </nav>
  );
}

/** The name of what is pointed at, beside it; where the rail is folded nothing else prints it. */
function Hint({ always = false, children }: { always?: boolean; children: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "pointer-events-none invisible absolute top-1/2 left-full z-50 ml-1.5 -translate-y-1/2 whitespace-nowrap rounded-md bg-ink px-2 py-1 text-caption text-canvas shadow-float",
        "delay-300 group-hover/hinted:visible group-focus-visible/hinted:visible",
        !always && "hidden folded:block",
      )}
    >
      {children}
    </span>
  );
}

/** How many there are; where the rail is folded, that there are some. */
function Unread({ count }: { count: number }) {
  const t = useTranslations("shell");
  return (
    <>
      <span className="ml-auto rounded-full bg-accent px-1.5 text-caption font-medium text-on-accent folded:sr-only">
        {count}
        <span className="sr-only"> {t("unread")}</span>
      </span>
      <span
        aria-hidden
        className="absolute top-1 right-1.5 hidden size-2 rounded-full bg-accent folded:block"
      />
    </>
  );
}
