"use client";

import { useMutation } from "@tanstack/react-query";
import { Save, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Input } from "@/app/_components/ui/input";
import { toast } from "@/app/_components/ui/toaster";
import { trpcOptions } from "@/app/_trpc/query-client";
import type { SavedView } from "@/app/(console)/calls/saved-view";

interface ViewsDialogProps {
  views: readonly SavedView[];
  /** The list as it stands now: what a view can be brought up to. */
  query: string;
  mayShare: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** One's own views: to rename, to share, to bring up to the list as it stands, to delete. */
export function ViewsDialog({ views, query, mayShare, open, onOpenChange }: ViewsDialogProps) {
  const t = useTranslations("calls");
  return (
    <Dialog title={t("views.manage")} open={open} onOpenChange={onOpenChange} wide>
      {views.length === 0 ? <p className="text-body text-muted">{t("views.none")}</p> : null}
      <ul className="grid gap-2">
        {views.map((view) => (
          <ViewRow key={view.savedViewId} view={view} query={query} mayShare={mayShare} />
        ))}
      </ul>
    </Dialog>
  );
}

function ViewRow({ view, query, mayShare }: { view: SavedView; query: string; mayShare: boolean }) {
  const t = useTranslations("calls");
  const router = useRouter();
  const onError = useTellFailure();
  const refresh = () => router.refresh();
  const { savedViewId } = view;
  const save = useMutation(trpcOptions.savedViews.save.mutationOptions({ onSuccess: refresh, onError }));
  const change = useMutation(trpcOptions.savedViews.change.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(
    trpcOptions.savedViews.delete.mutationOptions({
      onSuccess: (deleted) => {
        refresh();
        toast({
          title: t("views.deleted", { name: deleted.name }),
          action: { label: t("views.undo"), onSelect: () => save.mutate(deleted) },
        });
      },
      onError,
    }),
  );

  function rename(name: string) {
    if (name.trim() !== "" && name !== view.name) change.mutate({ savedViewId, name });
  }

  return (
    <li className="flex items-center gap-3">
      <Input
        aria-label={t("views.name")}
        defaultValue={view.name}
        maxLength={80}
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") rename(event.currentTarget.value);
        }}
      />
      {mayShare ? (
        <Checkbox
          label={t("views.share")}
          checked={view.shared}
          onChange={(event) => change.mutate({ savedViewId, shared: event.currentTarget.checked })}
          className="shrink-0"
        />
      ) : null}
      <IconButton
        label={t("views.update")}
        disabled={view.query === query}
        onClick={() => change.mutate({ savedViewId, query })}
      >
        <Save aria-hidden />
      </IconButton>
      <IconButton
        label={t("views.delete", { name: view.name })}
        onClick={() => remove.mutate({ savedViewId })}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
