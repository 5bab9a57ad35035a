import type { Frame } from "@/server/commands/command";
import type { CallId, NoteId } from "@/server/domain/identifiers";
import { mentionedIn } from "@/server/domain/notes/mentioned-people";
import { setMentions } from "@/server/store/notes/mentions";
import { findNames } from "@/server/store/notes/notes";
import { findReaders } from "@/server/store/notes/readers";

interface SpokenNote {
  readonly noteId: NoteId;
  readonly callId: CallId;
  readonly body: string;
}

/** Tells everyone whom the note names and who may read its call. Returns the names of those who may not. */
export async function tellMentioned({ tx, actor, at }: Frame, note: SpokenNote): Promise<string[]> {
  const named = mentionedIn(note.body).filter((userId) => userId !== actor.userId);
  const readers = await findReaders(tx, note.callId, named);
  const told = readers.map(({ userId }) => userId);
  await setMentions(tx, note.noteId, { told, at });
  const names = await findNames(
    tx,
    named.filter((userId) => !told.includes(userId)),
  );
  return [...names.values()];
}
