"use client";

import { useMutation } from "@tanstack/react-query";
import { Save, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SavedView } from "@/app/_components/saved-views/saved-view";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Input } from "@/app/_components/ui/input";
import { toast } from "@/app/_components/ui/toast";
import { trpcOptions } from "@/app/_trpc/query-client";

interface ViewsDialogProps {
  views: readonly SavedView[];
  /** The page as it stands now: what a view can be brought up to. */
  query: string;
  mayShare: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** One's own views: to rename, to share, to bring up to the page as it stands, to delete. */
export function ViewsDialog({ views, query, mayShare, open, onOpenChange }: ViewsDialogProps) {
  const t = useTranslations("views");
  return (
    <Dialog title={t("manage")} open={open} onOpenChange={onOpenChange} wide>
      {views.length === 0 ? <p className="text-body text-muted">{t("none")}</p> : null}
      <ul className="grid gap-2">
        {views.map((view) => (
          <ViewRow key={view.savedViewId} view={view} query={query} mayShare={mayShare} />
        ))}
      </ul>
    </Dialog>
  );
}

function ViewRow({ view, query, mayShare }: { view: SavedView; query: string; mayShare: boolean }) {
  const t = useTranslations("views");
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
          title: t("deleted", { name: deleted.name }),
          action: { label: t("undo"), onSelect: () => save.mutate(deleted) },
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
        aria-label={t("name")}
        defaultValue={view.name}
        maxLength={80}
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") rename(event.currentTarget.value);
        }}
      />
      {mayShare ? (
        <Checkbox
          label={t("share")}
          checked={view.shared}
          onChange={(event) => change.mutate({ savedViewId, shared: event.currentTarget.checked })}
          className="shrink-0"
        />
      ) : null}
      <IconButton
        label={t("update")}
        disabled={view.query === query}
        onClick={() => change.mutate({ savedViewId, query })}
      >
        <Save aria-hidden />
      </IconButton>
      <IconButton label={t("delete", { name: view.name })} onClick={() => remove.mutate({ savedViewId })}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
