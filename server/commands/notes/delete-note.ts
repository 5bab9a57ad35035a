import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { presentNote } from "@/server/commands/notes/note-for-change";
import { NoteId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { done, refuse } from "@/server/domain/refusal";
import { setNoteDeleted } from "@/server/store/notes/notes";

/** Takes a note away from its call. Authors delete their own; others need the right to delete any. */
export const deleteNote = defineCommand({
  needs: "notes:write",
  input: z.object({ noteId: NoteId }),
  async run(frame, { noteId }) {
    const { tx, actor, at } = frame;
    const found = await presentNote(frame, noteId);
    if (!found.ok) return found;
    const { authorId, callId } = found.value;
    if (authorId !== actor.userId && !mayDo(actor.role, "notes:deleteAny")) return refuse("note_not_yours");
    await setNoteDeleted(tx, noteId, { deletedAt: at, deletedBy: actor.userId });
    await frame.audit({
      action: "note.deleted",
      subject: "note",
      subjectId: noteId,
      details: { callId, authorId },
    });
    return done({ noteId });
  },
});
