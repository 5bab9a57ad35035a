"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { viewHref } from "@/app/_components/saved-views/saved-view";
import { type Destination, JumpPalette } from "@/app/_components/shell/jump-palette";
import { pages } from "@/app/_components/shell/pages";
import { QueryProvider, trpcOptions } from "@/app/_trpc/query-client";
import { mayDo } from "@/server/domain/people/permissions";
import type { Role } from "@/server/domain/people/role";

interface ConsolePaletteProps {
  role: Role;
  onClose: () => void;
}

/** The palette with every page the reader may open, and every view. */
export function ConsolePalette(props: ConsolePaletteProps) {
  return (
    <QueryProvider>
      <Palette {...props} />
    </QueryProvider>
  );
}

function Palette({ role, onClose }: ConsolePaletteProps) {
  const t = useTranslations("shell");
  const views = useQuery({
    ...trpcOptions.savedViews.list.queryOptions(),
    enabled: mayDo(role, "calls:read"),
  });
  const destinations: Destination[] = [
    ...pages
      .filter((page) => mayDo(role, page.needs))
      .map((page) => ({ label: t(`pages.${page.name}`), href: page.href, kind: t("palette.page") })),
    ...(views.data ?? []).map(
      (view): Destination => ({ label: view.name, href: viewHref(view), kind: t("palette.view") }),
    ),
  ];
  return <JumpPalette open onOpenChange={onClose} destinations={destinations} />;
}
