"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons, the one that does it last. */
  footer?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Base.Root
      {...(props.open === undefined ? {} : { open: props.open })}
      {...(props.onOpenChange && { onOpenChange: props.onOpenChange })}
    >
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg border border-line bg-raised shadow-float",
            "transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0",
            props.wide ? "max-w-3xl" : "max-w-md",
          )}
        >
          <div className="flex items-start gap-4 px-5 pt-4 pb-2">
            <div className="grid flex-1 gap-1">
              <Base.Title className="text-body font-semibold">{props.title}</Base.Title>
              {props.description ? (
                <Base.Description className="text-table text-muted">{props.description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label={t("close")}
              className="-mr-2 inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          <div className={clsx("grid gap-4 overflow-y-auto px-5 pt-3", props.footer ? "pb-3" : "pb-5")}>
            {props.children}
          </div>
          {props.footer ? (
            <div className="flex justify-end gap-2 border-t border-line px-5 py-3">{props.footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
