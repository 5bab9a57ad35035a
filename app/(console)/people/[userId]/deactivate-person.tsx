"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { ShownPerson } from "@/app/(console)/people/[userId]/shown-person";

export function DeactivatePerson({ person, onUndo }: { person: ShownPerson; onUndo: () => void }) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const { userId, name } = person;
  const deactivate = useChange(() => trpc.people.deactivate.mutate({ userId }), {
    faultIn: "form",
    onDone() {
      setOpen(false);
      toast({ title: t("deactivated", { name }), action: { label: t("undo"), onSelect: onUndo } });
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        deactivate.reset();
      }}
      title={t("deactivate.title", { name })}
      description={t("deactivate.description")}
      confirmLabel={t("deactivate.confirm")}
      pending={deactivate.pending}
      onConfirm={() => deactivate.send()}
      trigger={<Button>{t("deactivate.open")}</Button>}
    >
      {deactivate.fault ? <Notice tone="danger" title={deactivate.fault} /> : null}
    </ConfirmDialog>
  );
}
