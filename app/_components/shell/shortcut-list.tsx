"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_components/ui/dialog";
import { Kbd } from "@/app/_components/ui/kbd";

/** Every key the console listens to; its words are in the messages under `shell.keys`. */
const shortcuts = {
  everywhere: [
    { name: "jump", keys: ["⌘ / Ctrl", "K"] },
    { name: "help", keys: ["?"] },
    { name: "close", keys: ["Esc"] },
  ],
  lists: [
    { name: "next", keys: ["J"] },
    { name: "previous", keys: ["K"] },
    { name: "open", keys: ["Enter"] },
    { name: "search", keys: ["/"] },
  ],
} as const;

export function ShortcutList({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("shell");
  return (
    <Dialog title={t("keys.title")} open={open} onOpenChange={onOpenChange}>
      {(["everywhere", "lists"] as const).map((place) => (
        <section key={place} className="grid gap-1">
          <h3 className="text-section text-muted">{t(`keys.${place}`)}</h3>
          <dl className="grid">
            {shortcuts[place].map(({ name, keys }) => (
              <div key={name} className="flex h-8 items-center justify-between">
                <dt>{t(`keys.${name}`)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
