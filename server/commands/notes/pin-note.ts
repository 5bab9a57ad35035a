import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { presentNote } from "@/server/commands/notes/note-for-change";
import { NoteId } from "@/server/domain/identifiers";
import { done } from "@/server/domain/refusal";
import { setNotePinned } from "@/server/store/notes/notes";

/** Keeps a note on top of the others of its call, or lets it go. */
export const pinNote = defineCommand({
  needs: "notes:pin",
  input: z.object({ noteId: NoteId, pinned: z.boolean() }),
  async run(frame, { noteId, pinned }) {
    const note = await presentNote(frame, noteId);
    if (!note.ok) return note;
    if ((note.value.pinnedAt !== null) === pinned) return done({ noteId });
    await setNotePinned(frame.tx, noteId, pinned ? frame.at : null);
    const action = pinned ? "note.pinned" : "note.unpinned";
    await frame.audit({ action, subject: "note", subjectId: noteId, details: { callId: note.value.callId } });
    return done({ noteId });
  },
});
