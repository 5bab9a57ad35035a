import { z } from "zod";
import { NoteId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";

/** Where the page before ended: `instant_noteId`. What cannot be read begins at the top. */
const Cursor = z
  .string()
  .transform((text) => {
    const [mentionedAt, noteId] = text.split("_");
    return { mentionedAt: Number(mentionedAt), noteId };
  })
  .pipe(z.object({ mentionedAt: Instant, noteId: NoteId }));

export const MentionSearch = z.object({
  show: z.enum(["unread", "all"]).catch("unread"),
  after: Cursor.nullable().catch(null).default(null),
});

export function writeCursor({ mentionedAt, noteId }: z.infer<typeof Cursor>): string {
  return `${mentionedAt}_${noteId}`;
}
