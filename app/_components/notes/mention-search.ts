import { useEffect, useState } from "react";
import { trpc } from "@/app/_trpc/client";
import type { CallId } from "@/server/domain/identifiers";
import { labelFor, storedNote, type TypedNote } from "@/server/domain/notes/mention";

export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** The beginning of a mention right before the caret. */
export interface MentionStart {
  /** Where its `@` stands. */
  readonly from: number;
  readonly name: string;
}

const pauseMs = 120;

/** Whether a mention is being typed at `caret`: an `@` after a blank, and up to two words behind it. */
export function mentionAt(text: string, caret: number): MentionStart | null {
  const found = /(?:^|[\s(])@((?:[^\s@]+ ?)?[^\s@]{0,30})$/u.exec(text.slice(0, caret));
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

/** The stored note in which `colleague` stands where a mention was being typed, and the caret behind it. */
export function withMention(typed: TypedNote, start: MentionStart, colleague: Colleague) {
  const label = labelFor(colleague.name, colleague.userId, typed.mentions);
  const before = typed.text.slice(0, start.from);
  const after = typed.text.slice(start.from + 1 + start.name.length);
  const text = `${before}@${label} ${after.trimStart()}`;
  const mentions = new Map([...typed.mentions, [label, colleague.userId]]);
  return { body: storedNote({ text, mentions }), caret: before.length + label.length + 2 };
}

/** Colleagues whose name fits what is being typed; none while nothing is. */
export function useColleagues(callId: CallId, start: MentionStart | null): readonly Colleague[] {
  const [found, setFound] = useState<{ name: string; colleagues: readonly Colleague[] } | null>(null);
  const name = start?.name ?? null;
  useEffect(() => {
    if (name === null) return;
    let current = true;
    const timer = setTimeout(() => {
      trpc.notes.colleagues
        .query({ callId, name: name.trim() })
        .then((colleagues) => current && setFound({ name, colleagues }))
        // A mention that cannot be looked up is still a word; the next key tries again.
        .catch(() => current && setFound(null));
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [callId, name]);
  return name !== null && found ? found.colleagues : [];
}
