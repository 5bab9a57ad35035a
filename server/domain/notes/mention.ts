/** A piece of a note: plain words, or a colleague who is spoken to. */
export type NotePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mention"; readonly userId: string; readonly name: string };

/** A note as its writer sees it: `@Name`, with who each name stands for kept beside it. */
export interface TypedNote {
  readonly text: string;
  /** By label, without the `@`. */
  readonly mentions: ReadonlyMap<string, string>;
}

const token = /@\[([^\]\n]{1,200})\]\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g;

/** How a mention is stored: the person's id decides, so that a change of name breaks nothing. */
export function mentionToken(name: string, userId: string): string {
  return `@[${name.replace(/[[\]\n]/g, " ")}](${userId})`;
}

/** Takes a stored note apart into words and mentions, in order; what is no well-formed mention is text. */
export function partsOfNote(body: string): NotePart[] {
  const parts: NotePart[] = [];
  let end = 0;
  for (const match of body.matchAll(token)) {
    const [, name = "", userId = ""] = match;
    if (match.index > end) parts.push({ kind: "text", text: body.slice(end, match.index) });
    parts.push({ kind: "mention", userId, name });
    end = match.index + match[0].length;
  }
  if (end < body.length) parts.push({ kind: "text", text: body.slice(end) });
  return parts;
}

/** Opens a stored note for writing. Namesakes are told apart by a number. */
export function typedNote(body: string): TypedNote {
  const mentions = new Map<string, string>();
  const text = partsOfNote(body)
    .map((part) => {
      if (part.kind === "text") return part.text;
      const label = labelFor(part.name, part.userId, mentions);
      mentions.set(label, part.userId);
      return `@${label}`;
    })
    .join("");
  return { text, mentions };
}

/** The name under which a person is mentioned in a text that may mention a namesake already. */
export function labelFor(name: string, userId: string, taken: TypedNote["mentions"]): string {
  const plain = name.replaceAll("@", " ");
  let label = plain;
  for (let number = 2; (taken.get(label) ?? userId) !== userId; number += 1) label = `${plain} (${number})`;
  return label;
}

/** Closes a typed note for storing: each `@Name` that stands for somebody becomes a mention. */
export function storedNote({ text, mentions }: TypedNote): string {
  const longestFirst = [...mentions].sort(([one], [other]) => other.length - one.length);
  const [start = "", ...afterAt] = text.split("@");
  const rest = afterAt.map((words) => {
    const found = longestFirst.find(([label]) => words.startsWith(label));
    if (!found) return `@${words}`;
    const [label, userId] = found;
    return mentionToken(label.replace(/ \(\d+\)$/, ""), userId) + words.slice(label.length);
  });
  return start + rest.join("");
}
