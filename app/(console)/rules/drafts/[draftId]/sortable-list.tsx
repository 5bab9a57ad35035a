"use client";

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { type ReactNode, useId, useMemo } from "react";
import { useListedShortcut } from "@/app/_components/shell/use-shortcut";

// One object for all drawings: with a new one, everything that can be dragged would be drawn anew.
const dragStart = { activationConstraint: { distance: 4 } };

interface SortableListProps<Id extends string> {
  /** Everything that is shown, in its order. */
  ids: readonly Id[];
  /** The first is to stand where the other one stands. */
  onDrop: (moved: Id, onto: Id) => void;
  children: ReactNode;
}

/** A list whose items, each with `useSortableItem`, are put into another order by mouse or with Alt and an arrow. */
export function SortableList<Id extends string>({ ids, onDrop, children }: SortableListProps<Id>) {
  const dragId = useId();
  useListedShortcut("alt+arrows");
  const sensors = useSensors(useSensor(PointerSensor, dragStart));

  // The same list for the same order: a new one would draw every item anew.
  const order = ids.join(" ");
  const items = useMemo(() => order.split(" "), [order]);

  function drop({ active, over }: DragEndEvent) {
    const moved = ids.find((id) => id === active.id);
    const onto = ids.find((id) => id === over?.id);
    if (moved !== undefined && onto !== undefined) onDrop(moved, onto);
  }

  return (
    <DndContext id={dragId} sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
