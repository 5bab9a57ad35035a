"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { LeaveRequest, leaveRequested } from "@/app/_components/leave-request";
import { ConfirmDialog } from "@/app/_components/ui/confirm-dialog";

/** What the reader asked for when they were held back. */
interface Wish {
  readonly leave: () => void;
}

/**
 * Asks before the page is closed, or left by a link, the browser's Back or the palette, while a part of it is
 * marked with `data-unsaved`.
 */
export function LeaveWarning() {
  const t = useTranslations("ui.leave");
  const [wish, setWish] = useState<Wish | null>(null);
  const isLeaving = useRef(false);

  useEffect(() => {
    const isHeld = () => !isLeaving.current && document.querySelector("[data-unsaved]") !== null;
    function holdClosing(event: BeforeUnloadEvent) {
      if (isHeld()) event.preventDefault();
    }
    function holdLink(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || !leavesPage(event, link) || !isHeld()) return;
      event.preventDefault();
      event.stopPropagation();
      setWish({ leave: () => link.click() });
    }
    function holdRequest(event: Event) {
      if (!(event instanceof LeaveRequest && isHeld())) return;
      event.preventDefault();
      setWish({ leave: event.leave });
    }
    function holdHistory(event: NavigateEvent) {
      const { key, url } = event.destination;
      const isAway = event.navigationType === "traverse" && new URL(url).pathname !== location.pathname;
      if (!(event.cancelable && isAway && isHeld())) return;
      event.preventDefault();
      setWish({ leave: () => void navigation.traverseTo(key) });
    }
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener("beforeunload", holdClosing, { signal });
    window.addEventListener("click", holdLink, { signal, capture: true });
    window.addEventListener(leaveRequested, holdRequest, { signal });
    // Browsers that know nothing of it go back unasked.
    if ("navigation" in window) navigation.addEventListener("navigate", holdHistory, { signal });
    return () => listeners.abort();
  }, []);

  return (
    <ConfirmDialog
      open={wish !== null}
      onOpenChange={() => setWish(null)}
      title={t("title")}
      description={t("text")}
      confirmLabel={t("confirm")}
      onConfirm={() => {
        isLeaving.current = true;
        wish?.leave();
        setWish(null);
      }}
    />
  );
}

/** Whether a click makes another page of the console take the place of this one. */
function leavesPage(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (isElsewhere || link.target === "_blank" || link.hasAttribute("download")) return false;
  return link.origin === location.origin && link.pathname !== location.pathname;
}
