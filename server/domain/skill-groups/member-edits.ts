import type { UserId } from "@/server/domain/identifiers";
import type { MemberChange, Proficiency } from "@/server/domain/skill-groups/skill-group";

/** What is to become of people, by id: a proficiency, or null for out of the group. */
export type MemberEdits = ReadonlyMap<UserId, Proficiency | null>;

/** Edits that are not saved yet, with those before them and those that were taken back. */
export interface EditHistory {
  readonly past: readonly MemberEdits[];
  readonly present: MemberEdits;
  readonly future: readonly MemberEdits[];
}

export const noEdits: EditHistory = { past: [], present: new Map(), future: [] };

/** One step further: several people at once are one step back again. */
export function edit(history: EditHistory, changes: readonly MemberChange[]): EditHistory {
  const { past, present } = history;
  const isNews = changes.some(({ userId, proficiency }) => present.get(userId) !== proficiency);
  if (!isNews) return history;
  const next = new Map(present);
  for (const { userId, proficiency } of changes) next.set(userId, proficiency);
  return { past: [...past, present], present: next, future: [] };
}

/** One step back; nothing where there is none. */
export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** The step that was last taken back, again. */
export function redo(history: EditHistory): EditHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future };
}

/** Who differs from what is stored, and how: what a save has to write. */
export function changesAgainst(
  stored: ReadonlyMap<UserId, Proficiency | null>,
  edits: MemberEdits,
): MemberChange[] {
  return [...edits]
    .filter(([userId, proficiency]) => (stored.get(userId) ?? null) !== proficiency)
    .map(([userId, proficiency]) => ({ userId, proficiency }));
}
