interface ListedShortcut {
  /** What it does, in the messages under `keys`. */
  readonly name: string;
  /** As they stand on the keyboard. */
  readonly keys: readonly string[];
}

/** Every key that some page listens to. */
export const shortcuts = {
  "mod+k": { name: "jump", keys: ["⌘ / Ctrl", "K"] },
  "?": { name: "help", keys: ["?"] },
  "/": { name: "search", keys: ["/"] },
  j: { name: "next", keys: ["J"] },
  k: { name: "previous", keys: ["K"] },
  Enter: { name: "open", keys: ["Enter"] },
  Escape: { name: "leave", keys: ["Esc"] },
  n: { name: "note", keys: ["N"] },
  "mod+Enter": { name: "saveNote", keys: ["⌘ / Ctrl", "Enter"] },
  "mod+z": { name: "undo", keys: ["⌘ / Ctrl", "Z"] },
  "alt+arrows": { name: "reorder", keys: ["Alt", "↑ / ↓"] },
  arrows: { name: "chart", keys: ["←", "→"] },
} as const satisfies Record<string, ListedShortcut>;

export type Shortcut = keyof typeof shortcuts;

const listened = new Map<Shortcut, number>();

/** Says that something on the page listens to a key; answers with how to say that it does no more. */
export function announceShortcut(shortcut: Shortcut): () => void {
  listened.set(shortcut, (listened.get(shortcut) ?? 0) + 1);
  return () => {
    listened.set(shortcut, (listened.get(shortcut) ?? 0) - 1);
  };
}

/** Whether anything on the page listens to a key now. */
export function isListenedTo(shortcut: Shortcut): boolean {
  return (listened.get(shortcut) ?? 0) > 0;
}
