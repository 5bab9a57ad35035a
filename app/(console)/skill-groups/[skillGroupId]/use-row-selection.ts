import { useState } from "react";
import type { MemberRow } from "@/app/(console)/skill-groups/[skillGroupId]/use-member-edits";
import type { UserId } from "@/server/domain/identifiers";

/** Which of the rows shown has the keys, and which are selected with it. What is not shown is not selected. */
export function useRowSelection(shown: readonly MemberRow[]) {
  const [active, setActive] = useState<UserId | null>(null);
  const [anchor, setAnchor] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<UserId>>(new Set());
  const selected = shown.flatMap(({ userId }) => (chosen.has(userId) ? [userId] : []));
  const activePlace = Math.max(
    0,
    shown.findIndex(({ userId }) => userId === active),
  );

  return {
    selected,
    activePlace,
    isSelected: (userId: UserId) => chosen.has(userId),
    /** The row itself, or every selected row where it is one of them. */
    meantBy: (userId: UserId) => (chosen.has(userId) ? selected : [userId]),
    activate: setActive,
    clear: () => setChosen(new Set()),
    selectAll: () => setChosen(new Set(shown.map(({ userId }) => userId))),
    toggle(userId: UserId, place: number) {
      const next = new Set(chosen);
      if (!next.delete(userId)) next.add(userId);
      setChosen(next);
      setAnchor(place);
    },
    /** Every row from where the selection began to a place. */
    extendTo(place: number) {
      const from = chosen.size === 0 ? activePlace : anchor;
      if (chosen.size === 0) setAnchor(activePlace);
      const range = shown.slice(Math.min(from, place), Math.max(from, place) + 1);
      setChosen(new Set(range.map(({ userId }) => userId)));
    },
  };
}

export type RowSelection = ReturnType<typeof useRowSelection>;
