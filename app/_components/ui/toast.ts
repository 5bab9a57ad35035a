export interface Message {
  title: string;
  description?: string;
  tone?: "danger";
  /** What the reader can do about it, most often to undo. */
  action?: { label: string; onSelect: () => void };
}

type Listener = (message: Message) => void;

const waiting: Message[] = [];
let listener: Listener | null = null;
let wake: (() => void) | null = null;

/** Says, from anywhere, that something has happened. A failure stays until it is closed. */
export function toast(message: Message) {
  if (listener) listener(message);
  else {
    waiting.push(message);
    wake?.();
  }
}

/** Hears what was said before, and what will be, until the returned function is called. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    listener = null;
  };
}

/** Is told when something was said that nobody hears, until the returned function is called. */
export function onUnheardToast(tell: () => void): () => void {
  wake = tell;
  if (waiting.length > 0) tell();
  return () => {
    wake = null;
  };
}
