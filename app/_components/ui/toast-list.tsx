"use client";

import { Toast } from "@base-ui/react/toast";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { listenToToasts, type Message } from "@/app/_components/ui/toast";

const manager = Toast.createToastManager();

function show({ title, description, tone, action }: Message) {
  const id = manager.add({
    title,
    ...(description && { description }),
    ...(tone && { type: tone, priority: "high", timeout: 0 }),
    ...(action && {
      timeout: 10_000,
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.onSelect();
        },
      },
    }),
  });
}

function Toasts() {
  const t = useTranslations("ui");
  const { toasts } = Toast.useToastManager();
  return toasts.map((one) => (
    <Toast.Root
      key={one.id}
      toast={one}
      className={clsx(
        "rounded-lg border bg-raised shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0",
        one.type === "danger" ? "border-danger" : "border-line",
      )}
    >
      <Toast.Content className="flex items-start gap-3 p-3">
        <div className="grid flex-1 gap-0.5">
          <Toast.Title className="text-table font-medium" />
          <Toast.Description className="text-table text-muted" />
        </div>
        <Toast.Action className="h-6 rounded-md px-2 text-table font-medium text-accent hover:bg-hover" />
        <Toast.Close
          aria-label={t("close")}
          className="inline-flex size-6 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Messages in the corner. */
export function ToastList() {
  useEffect(() => listenToToasts(show), []);
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
