import { openCall } from "@/server/commands/calls/visible-call";
import type { Frame } from "@/server/commands/command";
import type { NoteId } from "@/server/domain/identifiers";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { lockNote, type StoredNote } from "@/server/store/notes/notes";

/** The note, locked, if its call is open to the actor; a deleted note only where it is to be restored. */
export async function noteForChange(frame: Frame, noteId: NoteId): Promise<Outcome<StoredNote>> {
  const note = await lockNote(frame.tx, noteId);
  if (!note) return refuse("note_not_found");
  const call = await openCall(frame, note.callId);
  if (!call.ok) return call.reason === "call_not_found" ? refuse("note_not_found") : call;
  return done(note);
}

/** The same for a note that has not been deleted. */
export async function presentNote(frame: Frame, noteId: NoteId): Promise<Outcome<StoredNote>> {
  const note = await noteForChange(frame, noteId);
  return note.ok && note.value.deletedAt !== null ? refuse("note_not_found") : note;
}
