import { useState } from "react";
import type { ShownSkillGroup } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import {
  changesAgainst,
  type EditHistory,
  edit,
  noEdits,
  redo,
  undo,
} from "@/server/domain/skill-groups/member-edits";
import type { MemberChange } from "@/server/domain/skill-groups/skill-group";

/**
 * Edits lie on top of the members as they are stored, whichever these are by now: when somebody else changes the
 * members meanwhile, nothing of what was edited here is lost.
 */
export function useMemberEdits({ people, membersRevision }: ShownSkillGroup) {
  const [history, setHistory] = useState<EditHistory>(noEdits);
  const [savedRevision, setSavedRevision] = useState<number | null>(null);
  if (savedRevision !== null && membersRevision >= savedRevision) {
    setSavedRevision(null);
    setHistory(noEdits);
  }
  const stored = new Map(people.map(({ userId, proficiency }) => [userId, proficiency]));
  const { present } = history;
  return {
    /** Everybody with the proficiency they have or are to have. */
    rows: people.map((person) => {
      const edited = present.get(person.userId);
      const proficiency = edited === undefined ? person.proficiency : edited;
      return { ...person, proficiency, isChanged: proficiency !== person.proficiency };
    }),
    changes: changesAgainst(stored, present),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit: (changes: readonly MemberChange[]) => setHistory((before) => edit(before, changes)),
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    /** The page shows the new members in a moment; until then the edits stand in for them. */
    markSaved: setSavedRevision,
  };
}

export type MemberRow = ReturnType<typeof useMemberEdits>["rows"][number];
