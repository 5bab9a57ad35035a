"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";
import { Notice } from "@/app/_components/ui/notice";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { PasswordActionProps } from "@/app/(console)/people/[userId]/shown-person";

export function ResetPassword({ person: { userId, name }, onGiven }: PasswordActionProps) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const reset = useChange(() => trpc.people.resetPassword.mutate({ userId }), {
    faultIn: "form",
    onDone({ password }) {
      setOpen(false);
      onGiven({ name, password });
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={t("reset.title", { name })}
      description={t("reset.description")}
      confirmLabel={t("reset.submit")}
      pending={reset.pending}
      onConfirm={() => reset.send()}
      trigger={<Button>{t("reset.open")}</Button>}
    >
      {reset.fault ? <Notice tone="danger" title={reset.fault} /> : null}
    </ConfirmDialog>
  );
}
