"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";

/** Asks before the page is closed, or left by a link, while a part of it is marked with `data-unsaved`. */
export function LeaveWarning() {
  const t = useTranslations("ui.leave");
  const [wanted, setWanted] = useState<HTMLAnchorElement | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    function ask(event: BeforeUnloadEvent) {
      if (!isLeaving.current && holdsUnsaved()) event.preventDefault();
    }
    function hold(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (isLeaving.current || link === null || !leavesPage(event, link) || !holdsUnsaved()) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(link);
    }
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", hold, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", hold, { capture: true });
    };
  }, []);

  return (
    <ConfirmDialog
      open={wanted !== null}
      onOpenChange={() => setWanted(null)}
      title={t("title")}
      description={t("text")}
      confirmLabel={t("confirm")}
      onConfirm={() => {
        isLeaving.current = true;
        wanted?.click();
        setWanted(null);
      }}
    />
  );
}

function holdsUnsaved(): boolean {
  return document.querySelector("[data-unsaved]") !== null;
}

/** Whether a click makes another page of the console take the place of this one. */
function leavesPage(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (isElsewhere || link.target === "_blank" || link.hasAttribute("download")) return false;
  return link.origin === location.origin && link.pathname !== location.pathname;
}
