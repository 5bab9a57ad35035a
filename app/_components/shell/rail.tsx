"use client";

import { clsx } from "clsx";
import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { pages } from "@/app/_components/shell/pages";
import { Kbd } from "@/app/_components/ui/kbd";
import { rememberInBrowser } from "@/app/_i18n/cookies";
import { mayDo } from "@/server/domain/people/permissions";
import type { Role } from "@/server/domain/people/role";

const rowLook =
  "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-body transition-colors [&_svg]:size-4 [&_svg]:shrink-0";

interface RailProps {
  role: Role;
  initiallyFolded: boolean;
  /** Mentions the reader has not seen. */
  unreadMentions: number;
  onJump: () => void;
  /** What stands at its foot, given whether the rail is folded. */
  children: ReactNode;
}

export function Rail({ role, initiallyFolded, unreadMentions, onJump, children }: RailProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [folded, setFolded] = useState(initiallyFolded);

  function fold() {
    rememberInBrowser("rail", folded ? "open" : "folded");
    setFolded(!folded);
  }

  return (
    <nav
      aria-label={t("mainNavigation")}
      data-folded={folded || undefined}
      className={clsx(
        "group/rail sticky top-0 flex h-dvh shrink-0 flex-col gap-1 border-r border-line bg-rail p-2",
        folded ? "w-14" : "w-52",
      )}
    >
      <div className="mb-2 flex h-8 items-center justify-between pl-2.5">
        {folded ? null : <span className="text-body font-semibold tracking-tight">Hotline</span>}
        <button
          type="button"
          onClick={fold}
          aria-expanded={!folded}
          aria-label={folded ? t("unfold") : t("fold")}
          className={clsx(
            "inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover",
            folded && "-ml-1",
          )}
        >
          {folded ? (
            <PanelLeftOpen aria-hidden className="size-4" />
          ) : (
            <PanelLeftClose aria-hidden className="size-4" />
          )}
        </button>
      </div>
      <button
        type="button"
        onClick={onJump}
        title={folded ? t("jump") : undefined}
        className={clsx(rowLook, "mb-2 border border-line bg-surface text-muted hover:text-ink")}
      >
        <Search aria-hidden />
        <span className="flex-1 text-left group-data-folded/rail:sr-only">{t("jump")}</span>
        <span aria-hidden className="group-data-folded/rail:hidden">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      <ul className="grid gap-0.5">
        {pages
          .filter((page) => mayDo(role, page.needs))
          .map(({ name, href, icon: Icon }) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={path.startsWith(href) ? "page" : undefined}
                title={folded ? t(`pages.${name}`) : undefined}
                className={clsx(
                  rowLook,
                  path.startsWith(href)
                    ? "bg-selected font-medium text-ink"
                    : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon aria-hidden />
                <span className="group-data-folded/rail:sr-only">{t(`pages.${name}`)}</span>
                {name === "mentions" && unreadMentions > 0 ? (
                  <span className="ml-auto rounded-full bg-accent px-1.5 text-caption font-medium text-on-accent group-data-folded/rail:sr-only">
                    {unreadMentions}
                    <span className="sr-only"> {t("unread")}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
      </ul>
      <div className="mt-auto">{children}</div>
    </nav>
  );
}
