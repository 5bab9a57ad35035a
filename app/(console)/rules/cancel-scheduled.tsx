"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";

/** Calls off a version before it takes effect. */
export function CancelScheduled({ number }: { number: number }) {
  const t = useTranslations("rules.scheduled");
  const [open, setOpen] = useState(false);
  const cancel = useChange(() => trpc.rules.cancelScheduled.mutate({ number }), {
    faultIn: "toast",
    onDone() {
      setOpen(false);
      toast({ title: t("cancelled", { number }) });
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="quiet">
          {t("cancel")}
        </Button>
      }
      title={t("confirmTitle", { number })}
      description={t("confirmText")}
      confirmLabel={t("cancel")}
      pending={cancel.pending}
      onConfirm={() => cancel.send(undefined)}
    />
  );
}
