import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { noteForChange } from "@/server/commands/notes/note-for-change";
import { NoteId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import { setNoteDeleted } from "@/server/store/notes/notes";

/** Puts a deleted note back: whoever deleted it may, and whoever may delete any. */
export const restoreNote = defineCommand({
  needs: "notes:write",
  input: z.object({ noteId: NoteId }),
  async run(frame, { noteId }) {
    const { tx, actor } = frame;
    const found = await noteForChange(frame, noteId);
    if (!found.ok) return found;
    const { deletedAt, deletedBy, callId } = found.value;
    if (deletedAt === null) return done({ noteId });
    if (deletedBy !== actor.userId && !mayDo(actor.role, "notes:deleteAny")) return refuse("undo_not_yours");
    await setNoteDeleted(tx, noteId, { deletedAt: null, deletedBy: null });
    await frame.audit({ action: "note.restored", subject: "note", subjectId: noteId, details: { callId } });
    return done({ noteId });
  },
});
