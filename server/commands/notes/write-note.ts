import { v7 } from "uuid";
import { z } from "zod";
import { openCall } from "@/server/commands/calls/visible-call";
import { defineCommand } from "@/server/commands/command";
import { tellMentioned } from "@/server/commands/notes/tell-mentioned";
import { CallId, NoteId } from "@/server/domain/identifiers";
import { checkNoteBody } from "@/server/domain/notes/note-body";
import { done } from "@/server/domain/refusal";
import { dropDraft } from "@/server/store/notes/drafts";
import { addNote } from "@/server/store/notes/notes";

/** Adds a note to a call and clears the draft it came from. */
export const writeNote = defineCommand({
  needs: "notes:write",
  input: z.object({ callId: CallId, body: z.string() }),
  async run(frame, { callId, body }) {
    const { tx, actor, at } = frame;
    const call = await openCall(frame, callId);
    if (!call.ok) return call;
    const text = checkNoteBody(body);
    if (!text.ok) return text;
    const note = { noteId: NoteId.parse(v7({ msecs: at })), callId, body: text.value };
    await addNote(tx, { ...note, authorId: actor.userId, revision: 1, createdAt: at });
    const untold = await tellMentioned(frame, note);
    await dropDraft(tx, actor.userId, callId);
    await frame.audit({
      action: "note.written",
      subject: "note",
      subjectId: note.noteId,
      details: { callId },
    });
    return done({ noteId: note.noteId, untold });
  },
});
