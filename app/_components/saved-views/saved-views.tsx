"use client";

import { Bookmark, Plus, Settings2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SaveViewDialog } from "@/app/_components/saved-views/save-view-dialog";
import { type SavedView, viewHref } from "@/app/_components/saved-views/saved-view";
import { ViewsDialog } from "@/app/_components/saved-views/views-dialog";
import { Button } from "@/app/_components/ui/button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/app/_components/ui/menu";
import type { SavedViewPage } from "@/server/domain/saved-views/saved-view";

interface SavedViewsProps {
  page: SavedViewPage;
  /** The page's URL state as it is now, without its question mark. */
  query: string;
  views: readonly SavedView[];
  viewerId: string;
  mayShare: boolean;
  initiallyOpen?: boolean;
}

/** The page's state under a name, for oneself or for everybody. */
export function SavedViews({
  page,
  query,
  views,
  viewerId,
  mayShare,
  initiallyOpen = false,
}: SavedViewsProps) {
  const t = useTranslations("views");
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const own = views.filter((view) => view.ownerId === viewerId);
  const close = (open: boolean) => {
    if (!open) setDialog(null);
  };
  return (
    <>
      <Menu
        align="end"
        initiallyOpen={initiallyOpen}
        trigger={
          <Button>
            <Bookmark aria-hidden />
            {t("button")}
          </Button>
        }
      >
        {views.map((view) => (
          <MenuLink key={view.savedViewId} href={viewHref(view)}>
            <span className="max-w-64 flex-1 truncate">{view.name}</span>
            {view.ownerId === viewerId ? null : (
              <span className="text-caption text-muted">{view.ownerName}</span>
            )}
            {view.shared ? <Users aria-label={t("shared")} /> : null}
          </MenuLink>
        ))}
        {views.length > 0 ? <MenuSeparator /> : null}
        <MenuItem onSelect={() => setDialog("save")}>
          <Plus aria-hidden />
          {t("save")}
        </MenuItem>
        {own.length > 0 ? (
          <MenuItem onSelect={() => setDialog("manage")}>
            <Settings2 aria-hidden />
            {t("manage")}
          </MenuItem>
        ) : null}
      </Menu>
      <SaveViewDialog
        page={page}
        query={query}
        mayShare={mayShare}
        open={dialog === "save"}
        onOpenChange={close}
      />
      <ViewsDialog
        views={own}
        query={query}
        mayShare={mayShare}
        open={dialog === "manage"}
        onOpenChange={close}
      />
    </>
  );
}
