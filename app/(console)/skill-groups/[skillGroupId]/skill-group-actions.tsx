"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";

export function SkillGroupActions({ group: { skillGroupId, name, archivedAt } }: { group: ShownSkillGroup }) {
  const t = useTranslations("skillGroups");
  const [open, setOpen] = useState(false);
  const restore = useChange(() => trpc.skillGroups.restore.mutate({ skillGroupId }), {
    faultIn: "toast",
    onDone: () => toast({ title: t("restored", { name }) }),
  });
  const archive = useChange(() => trpc.skillGroups.archive.mutate({ skillGroupId }), {
    faultIn: "form",
    onDone() {
      setOpen(false);
      toast({
        title: t("archive.done", { name }),
        action: { label: t("undo"), onSelect: () => restore.send() },
      });
    },
  });
  if (archivedAt !== null) {
    return (
      <Button pending={restore.pending} onClick={() => restore.send()}>
        {t("restore")}
      </Button>
    );
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        archive.reset();
      }}
      title={t("archive.title", { name })}
      description={t("archive.description")}
      confirmLabel={t("archive.confirm")}
      pending={archive.pending}
      onConfirm={() => archive.send()}
      trigger={<Button>{t("archive.open")}</Button>}
    >
      {archive.fault ? <Notice tone="danger" title={archive.fault} /> : null}
    </ConfirmDialog>
  );
}
