"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { type GivenPassword, ShownPassword } from "@/app/(console)/people/shown-password";

interface PasswordDialogProps {
  given: GivenPassword | null;
  onClose: () => void;
}

/** Stands apart from the form that led to it, which the change itself may take off the page. */
export function PasswordDialog({ given, onClose }: PasswordDialogProps) {
  const t = useTranslations("people");
  return (
    <Dialog
      open={given !== null}
      onOpenChange={onClose}
      title={t("password.title", { name: given?.name ?? "" })}
      footer={
        <DialogClose>
          <Button variant="primary">{t("done")}</Button>
        </DialogClose>
      }
    >
      {given ? <ShownPassword given={given} /> : null}
    </Dialog>
  );
}
