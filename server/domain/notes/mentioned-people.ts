import { UserId } from "@/server/domain/identifiers";
import { mentionToken, partsOfNote } from "@/server/domain/notes/mention";

/** Everyone a stored note speaks to, each once. */
export function mentionedIn(body: string): UserId[] {
  const ids = partsOfNote(body).flatMap((part) => {
    if (part.kind === "text") return [];
    const userId = UserId.safeParse(part.userId);
    return userId.success ? [userId.data] : [];
  });
  return [...new Set(ids)];
}

/** The note with every mention under the person's own name; a mention of nobody we know becomes words. */
export function nameMentions(body: string, names: ReadonlyMap<string, string>): string {
  return partsOfNote(body)
    .map((part) => {
      if (part.kind === "text") return part.text;
      const name = names.get(part.userId);
      return name === undefined ? `@${part.name}` : mentionToken(name, part.userId);
    })
    .join("");
}
