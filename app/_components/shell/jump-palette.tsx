"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { askToLeave } from "@/app/_components/leave-request";
import { CallId } from "@/server/domain/identifiers";

export interface Destination {
  label: string;
  href: Route | `/calls/${CallId}`;
  /** What kind of thing it is, printed at the right edge. */
  kind: string;
}

interface JumpPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  destinations: readonly Destination[];
}

/** What a typed number or id can mean: a call, or the calls of a customer. */
function readCallOrNumber(text: string): { kind: "call" | "number"; href: Destination["href"] } | null {
  const typed = text.trim();
  const callId = CallId.safeParse(typed);
  if (callId.success) return { kind: "call", href: `/calls/${callId.data}` as const };
  const digits = typed.replace(/[\s()-]/g, "");
  return /^\+?\d{3,20}$/.test(digits)
    ? { kind: "number", href: `/calls?phone=${encodeURIComponent(digits)}` as const }
    : null;
}

export function JumpPalette({ open, onOpenChange, destinations }: JumpPaletteProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [text, setText] = useState("");
  const direct = readCallOrNumber(text);
  const items = direct
    ? [{ label: text.trim(), href: direct.href, kind: t(`palette.${direct.kind}`) }, ...destinations]
    : destinations;

  function go(destination: Destination) {
    onOpenChange(false);
    setText("");
    askToLeave(() => router.push(destination.href));
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label={t("jump")}
          className="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <Autocomplete.Root
            open
            inline
            autoHighlight="always"
            items={items}
            value={text}
            onValueChange={setText}
            itemToStringValue={(item: Destination) => item.label}
          >
            <Autocomplete.Input
              aria-label={t("palette.label")}
              placeholder={t("palette.placeholder")}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-body outline-none placeholder:text-faint"
            />
            <Autocomplete.Empty className="px-4 py-6 text-table text-muted empty:hidden">
              {t("palette.nothing")}
            </Autocomplete.Empty>
            <Autocomplete.List className="max-h-80 overflow-y-auto p-1.5 empty:hidden">
              {(item: Destination) => (
                <Autocomplete.Item
                  key={item.href}
                  value={item}
                  onClick={() => go(item)}
                  className="flex h-9 cursor-default select-none items-center justify-between gap-4 rounded-md px-2.5 text-body data-highlighted:bg-selected"
                >
                  <span className="truncate">{item.label}</span>
                  <span className="text-caption text-muted">{item.kind}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
