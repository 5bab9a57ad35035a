import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import {
  draftState,
  dropDraft,
  type KeepDraft,
  onDraftChange,
  readDraft,
  resumeDraft,
  settleDraft,
  writeDraft,
} from "@/app/_components/notes/draft-store";

interface DraftOptions {
  /** Names the draft among all of this person on this computer. */
  readonly name: string;
  /** What the server knows, for when nothing was typed here. */
  readonly initial: string;
  readonly base?: number;
  readonly keep?: KeepDraft;
}

/** A text that outlives the component it is typed into. */
export function useDraft({ name, initial, base, keep }: DraftOptions) {
  const text = useSyncExternalStore(
    onDraftChange,
    () => readDraft(name),
    () => undefined,
  );
  const state = useSyncExternalStore(
    onDraftChange,
    () => draftState(name),
    () => "idle" as const,
  );
  const resume = useEffectEvent(() => {
    if (keep) resumeDraft(name, keep);
  });
  // The server learns of a text that an earlier visit left in the browser's storage.
  useEffect(() => resume(), []);
  const startedFrom = text?.base ?? base ?? null;
  return {
    body: text === undefined ? initial : (text?.body ?? ""),
    base: startedFrom,
    state,
    write: (body: string) => writeDraft(name, { body, base: startedFrom }, keep),
    settle: () => settleDraft(name),
    drop: () => dropDraft(name),
  };
}
