import { maskCardNumbers } from "@/server/domain/notes/card-number";

/** What somebody has typed and not saved. */
export interface UnsavedText {
  readonly body: string;
  /** The revision that an edit started from; null for a new note. */
  readonly base: number | null;
}

/** Sends a draft to the server. */
export type KeepDraft = (body: string) => Promise<unknown>;

export type DraftState = "idle" | "keeping" | "kept" | "local";

const prefix = "hotline-draft/";
const idleMs = 700;
const retryMs = 5000;

const texts = new Map<string, UnsavedText | null>();
const states = new Map<string, DraftState>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const sending = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

export function onDraftChange(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function tell() {
  for (const listener of listeners) listener();
}

/** The unsaved text under `key`, also after a reload or a crash; null when there is none, undefined when unknown here. */
export function readDraft(key: string): UnsavedText | null | undefined {
  if (!texts.has(key)) {
    const stored = fromBrowser(key);
    if (stored === null) return undefined;
    texts.set(key, parseStored(stored));
  }
  return texts.get(key);
}

export function draftState(key: string): DraftState {
  return states.get(key) ?? "idle";
}

/** A browser may be told to store nothing; the text is then kept in memory and on the server. */
function fromBrowser(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

function toBrowser(key: string, stored: string | null) {
  try {
    if (stored === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, stored);
  } catch {
    // Full or forbidden: see fromBrowser.
  }
}

/** Stored as `base` newline `body`; a new note has an empty base. */
function parseStored(stored: string): UnsavedText {
  const end = stored.indexOf("\n");
  const base = stored.slice(0, end);
  return { base: base === "" ? null : Number(base), body: stored.slice(end + 1) };
}

/**
 * Takes down what was typed: on this computer at once, on the server when the typing pauses. The local
 * copy goes when the server has the text; without `keep` it stays until the draft is dropped.
 */
export function writeDraft(key: string, text: UnsavedText, keep?: KeepDraft) {
  texts.set(key, text);
  toBrowser(key, `${text.base ?? ""}\n${maskCardNumbers(text.body)}`);
  states.set(key, keep ? "keeping" : "local");
  if (keep) schedule(key, keep, idleMs);
  tell();
}

function schedule(key: string, keep: KeepDraft, delayMs: number) {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => {
      timers.delete(key);
      sending.set(key, send(key, keep));
    }, delayMs),
  );
}

async function send(key: string, keep: KeepDraft): Promise<void> {
  const text = texts.get(key);
  if (!text) return;
  try {
    await sending.get(key);
    await keep(text.body);
    if (texts.get(key) !== text) return;
    toBrowser(key, null);
    states.set(key, "kept");
  } catch {
    if (texts.get(key) !== text) return;
    states.set(key, "local");
    schedule(key, keep, retryMs);
  }
  tell();
}

/** Sends what an earlier visit left on this computer. */
export function resumeDraft(key: string, keep: KeepDraft) {
  const text = readDraft(key);
  if (text && !states.has(key)) writeDraft(key, text, keep);
}

/** Waits until nothing about the draft is on its way, so that a late draft cannot follow the saved note. */
export async function settleDraft(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  await sending.get(key);
}

/** The text was saved or thrown away. */
export function dropDraft(key: string) {
  clearTimeout(timers.get(key));
  timers.delete(key);
  texts.set(key, null);
  states.set(key, "idle");
  toBrowser(key, null);
  tell();
}
