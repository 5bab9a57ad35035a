"use client";

import { type ReactNode, useRef } from "react";
import { useListWalk } from "@/app/_components/shell/use-list-walk";

interface WalkedListProps {
  /** How many elements in it are rows, each marked with `data-row` and holding the link, or the summary, that opens it. */
  length: number;
  /** Which row the walk begins from while none has the focus. */
  from?: number;
  children: ReactNode;
}

/** A list whose rows are walked by keys. Their links take the focus, so Enter opens them as it opens any link. */
export function WalkedList({ length, from = -1, children }: WalkedListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = () => [...(list.current?.querySelectorAll("[data-row]") ?? [])];
  useListWalk({
    length,
    at() {
      const focused = rows().findIndex((row) => row.contains(document.activeElement));
      return focused < 0 ? from : focused;
    },
    goTo: (index) => rows()[index]?.querySelector<HTMLElement>("a, summary")?.focus(),
    leave() {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && list.current?.contains(activeElement)) activeElement.blur();
    },
  });
  return <div ref={list}>{children}</div>;
}
