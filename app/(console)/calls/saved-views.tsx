"use client";

import { Bookmark, Plus, Settings2, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/app/_components/ui/menu";
import { SaveViewDialog } from "@/app/(console)/calls/save-view-dialog";
import type { SavedView } from "@/app/(console)/calls/saved-view";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";
import { ViewsDialog } from "@/app/(console)/calls/views-dialog";

interface SavedViewsProps {
  params: CallLogParams;
  views: readonly SavedView[];
  viewerId: string;
  mayShare: boolean;
}

/** The list's state under a name, for oneself or for everybody. */
export function SavedViews({ params, views, viewerId, mayShare }: SavedViewsProps) {
  const t = useTranslations("calls");
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const query = callLogHref({ ...params, ...firstPage }).replace(/^\/calls\??/, "");
  const own = views.filter((view) => view.ownerId === viewerId);
  const close = (open: boolean) => {
    if (!open) setDialog(null);
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            <Bookmark aria-hidden />
            {t("views.button")}
          </Button>
        }
      >
        {views.map((view) => (
          <MenuLink key={view.savedViewId} href={`/calls?${view.query}`}>
            <span className="max-w-64 flex-1 truncate">{view.name}</span>
            {view.ownerId === viewerId ? null : (
              <span className="text-caption text-muted">{view.ownerName}</span>
            )}
            {view.shared ? <Users aria-label={t("views.shared")} /> : null}
          </MenuLink>
        ))}
        {views.length > 0 ? <MenuSeparator /> : null}
        <MenuItem onSelect={() => setDialog("save")}>
          <Plus aria-hidden />
          {t("views.save")}
        </MenuItem>
        {own.length > 0 ? (
          <MenuItem onSelect={() => setDialog("manage")}>
            <Settings2 aria-hidden />
            {t("views.manage")}
          </MenuItem>
        ) : null}
      </Menu>
      <SaveViewDialog query={query} mayShare={mayShare} open={dialog === "save"} onOpenChange={close} />
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
