"use client";

import { lazy, Suspense, useState } from "react";
import { useShortcut } from "@/app/_components/shell/use-shortcut";

const ShortcutList = lazy(async () => {
  const file = await import("@/app/_components/shell/shortcut-list");
  return { default: file.ShortcutList };
});

/** `?` lists the page's keys; the list is fetched when it is first wanted. */
export function ShortcutHelp() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut("?", () => setIsOpen(true));
  return isOpen ? (
    <Suspense>
      <ShortcutList open onOpenChange={setIsOpen} />
    </Suspense>
  ) : null;
}
