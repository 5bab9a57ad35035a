import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { presentNote } from "@/server/commands/notes/note-for-change";
import { tellMentioned } from "@/server/commands/notes/tell-mentioned";
import { NoteId } from "@/server/domain/identifiers";
import { checkNoteBody } from "@/server/domain/notes/note-body";
import { done, refuse } from "@/server/domain/refusal";
import { replaceNoteBody } from "@/server/store/notes/notes";

/**
 * Lets a note say something else; what it said stays as a revision. An edit names the revision it
 * started from: when the note has moved on since, it is refused together with what the note says now.
 */
export const editNote = defineCommand({
  needs: "notes:write",
  input: z.object({ noteId: NoteId, revision: z.int().positive(), body: z.string() }),
  async run(frame, { noteId, revision, body }) {
    const found = await presentNote(frame, noteId);
    if (!found.ok) return found;
    const note = found.value;
    if (note.authorId !== frame.actor.userId) return refuse("note_not_yours");
    if (note.revision !== revision) {
      return refuse("note_changed", { revision: note.revision, body: note.body });
    }
    const text = checkNoteBody(body);
    if (!text.ok) return text;
    if (text.value === note.body) return done({ revision, untold: [] });
    await replaceNoteBody(frame.tx, note, { body: text.value, at: frame.at });
    const untold = await tellMentioned(frame, { noteId, callId: note.callId, body: text.value });
    const details = { callId: note.callId, revision: revision + 1 };
    await frame.audit({ action: "note.edited", subject: "note", subjectId: noteId, details });
    return done({ revision: revision + 1, untold });
  },
});
