"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";

interface ConfirmDialogProps {
  /** Names what goes. */
  title: ReactNode;
  description: ReactNode;
  confirmLabel: ReactNode;
  onConfirm: () => void;
  pending?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
}

/** Asks before something is lost; Escape and the first button keep everything as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("ui");
  return (
    <AlertDialog.Root
      {...(props.open === undefined ? {} : { open: props.open })}
      {...(props.onOpenChange && { onOpenChange: props.onOpenChange })}
    >
      {props.trigger ? <AlertDialog.Trigger render={props.trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <AlertDialog.Popup className="fixed top-[18vh] left-1/2 z-50 grid w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 gap-3 rounded-lg border border-line bg-raised p-5 shadow-float">
          <AlertDialog.Title className="text-body font-semibold">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="text-table text-muted">
            {props.description}
          </AlertDialog.Description>
          {props.children}
          <div className="mt-1 flex justify-end gap-2">
            <AlertDialog.Close render={<Button>{t("cancel")}</Button>} />
            <Button variant="danger" pending={props.pending ?? false} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
