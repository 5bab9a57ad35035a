"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEventHandler, useId } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Notice } from "@/app/_components/ui/notice";

interface FormDialogProps extends Omit<ComponentProps<typeof Dialog>, "footer" | "wide"> {
  submitLabel: string;
  /** What becomes of what was sent last. */
  change: { readonly pending: boolean; readonly fault: string | null };
  onSubmit: FormEventHandler<HTMLFormElement>;
}

/** A dialog that is one form: why it was refused on top, to cancel or send it below. */
export function FormDialog({ submitLabel, change, onSubmit, children, ...dialog }: FormDialogProps) {
  const t = useTranslations("ui");
  const formId = useId();
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={change.pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" noValidate onSubmit={onSubmit}>
        {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
        {children}
      </form>
    </Dialog>
  );
}
