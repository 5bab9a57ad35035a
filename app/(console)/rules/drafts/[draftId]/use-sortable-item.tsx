"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";

interface SortableItem {
  id: string;
  /** What it is dragged by is called so. */
  label: string;
  isFixed: boolean;
  /** By one place up, -1, or down, 1. */
  onMove: (by: -1 | 1) => void;
}

/** What makes an item of a `SortableList` movable: for the item, for what is focused in it, and a handle to drag it by. */
export function useSortableItem({ id, label, isFixed, onMove }: SortableItem) {
  const { setNodeRef, transform, transition, isDragging, attributes, listeners } = useSortable({
    id,
    disabled: isFixed,
  });

  function moveByKey(event: KeyboardEvent) {
    if (!event.altKey || isFixed) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }

  const keys = {
    onKeyDown: moveByKey,
    "aria-keyshortcuts": isFixed ? undefined : "Alt+ArrowUp Alt+ArrowDown",
  };
  const handle: ReactNode = isFixed ? (
    <span className="w-7 shrink-0" />
  ) : (
    <button
      type="button"
      {...attributes}
      {...listeners}
      {...keys}
      aria-label={label}
      className="inline-flex size-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
  return {
    item: {
      ref: setNodeRef,
      style: {
        transform: CSS.Translate.toString(transform),
        transition,
        // The items after it would cover it on its way down.
        ...(isDragging && { position: "relative" as const, zIndex: 1 }),
      },
    },
    keys,
    handle,
  };
}
