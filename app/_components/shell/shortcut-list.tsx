"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isListenedTo, type Shortcut, shortcuts } from "@/app/_components/shell/shortcuts";
import { Dialog } from "@/app/_components/ui/dialog";
import { Kbd } from "@/app/_components/ui/kbd";

interface ShortcutListProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const places = {
  here: ["/", "j", "k", "Enter", "Escape", "n", "mod+Enter", "mod+z", "alt+arrows", "arrows"],
  everywhere: ["mod+k", "?"],
} as const satisfies Record<string, readonly Shortcut[]>;

/** The keys that the page behind it listens to, by asking which are listened to as it is opened. */
export function ShortcutList({ open, onOpenChange }: ShortcutListProps) {
  const t = useTranslations("keys");
  const [here] = useState(() => places.here.filter(isListenedTo));
  const [everywhere] = useState(() => places.everywhere.filter(isListenedTo));
  return (
    <Dialog title={t("title")} open={open} onOpenChange={onOpenChange}>
      {here.length > 0 ? (
        <Keys title={t("here")} listed={here.map((shortcut) => shortcuts[shortcut])} />
      ) : null}
      <Keys
        title={t("everywhere")}
        listed={[...everywhere.map((shortcut) => shortcuts[shortcut]), { name: "close", keys: ["Esc"] }]}
      />
    </Dialog>
  );
}

interface KeysProps {
  title: string;
  listed: readonly { name: (typeof shortcuts)[Shortcut]["name"] | "close"; keys: readonly string[] }[];
}

function Keys({ title, listed }: KeysProps) {
  const t = useTranslations("keys");
  return (
    <section className="grid gap-1">
      <h3 className="text-section text-muted">{title}</h3>
      <dl className="grid">
        {listed.map(({ name, keys }) => (
          <div key={name} className="flex h-8 items-center justify-between">
            <dt>{t(`${name}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
