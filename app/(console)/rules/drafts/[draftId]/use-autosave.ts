"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { trpc } from "@/app/_trpc/client";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { refusalFrom } from "@/app/_trpc/refusal-from";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { type MergedContent, mergeContent } from "@/server/domain/routing/versions/merge";

type Draft = RouterOutputs["rules"]["draft"];
export type SaveState = "saved" | "saving" | "failed" | "contested";

const DEBOUNCE_MS = 600;
const RETRY_MS = 5000;
const LOOK_MS = 15_000;

interface AutosaveOptions {
  readonly draft: Draft;
  readonly content: RuleContent;
  readonly isReadOnly: boolean;
  /** Until the reader has chosen, what others made of the same thing is kept where it stands: on the server. */
  readonly isContested: boolean;
  /** What others changed meanwhile, merged with what is here. */
  readonly onMerged: (merged: MergedContent) => void;
}

/** Keeps a draft as it is edited, one request at a time, and takes in what others change. */
export function useAutosave({ draft, content, isReadOnly, isContested, onMerged }: AutosaveOptions) {
  const [base, setBase] = useState<RuleContent>(draft);
  const [revision, setRevision] = useState(draft.revision);
  const [state, setState] = useState<SaveState>("saved");
  const isBusy = useRef(false);
  const isKept = sameContent(base, content);

  const takeIn = useEffectEvent((theirs: Draft) => {
    if (theirs.revision === revision) return;
    // Where nothing was changed here, nothing is merged: two open pages would otherwise keep saving in turn.
    onMerged(isKept ? { content: theirs, conflicts: [] } : mergeContent({ base, mine: content, theirs }));
    setBase(theirs);
    setRevision(theirs.revision);
  });

  async function once(work: () => Promise<void>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work();
    } finally {
      isBusy.current = false;
    }
  }

  const look = useEffectEvent(() =>
    once(async () => {
      const { draftId } = draft;
      const theirs = await trpc.rules.draft.query({ draftId }).catch(() => null);
      if (theirs !== null) takeIn(theirs);
    }),
  );

  const keep = useEffectEvent(() =>
    once(async () => {
      const { draftId } = draft;
      setState("saving");
      try {
        const kept = await trpc.rules.keepDraft.mutate({ draftId, revision, ...content });
        setBase(content);
        setRevision(kept.revision);
        setState("saved");
      } catch (error) {
        setState("failed");
        if (refusalFrom(error)?.reason === "draft_changed") takeIn(await trpc.rules.draft.query({ draftId }));
      }
    }),
  );

  // The server is the outside system here: it is told of every change once the typing rests, again when that failed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another content or revision is what starts the clock anew.
  useEffect(() => {
    if (isReadOnly || isKept || isContested) return;
    const timer = setTimeout(() => keep().catch(() => setState("failed")), DEBOUNCE_MS);
    const again = setInterval(() => keep().catch(() => setState("failed")), RETRY_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [content, isContested, isKept, isReadOnly, revision]);

  useEffect(() => {
    const lookNow = () => look().catch(() => setState("failed"));
    const timer = setInterval(lookNow, LOOK_MS);
    window.addEventListener("focus", lookNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", lookNow);
    };
  }, []);

  return { revision, state: shownState(state, { isKept, isContested }) };
}

function shownState(
  state: SaveState,
  { isKept, isContested }: { readonly isKept: boolean; readonly isContested: boolean },
): SaveState {
  if (isKept) return "saved";
  if (isContested) return "contested";
  return state === "failed" ? "failed" : "saving";
}

function sameContent(one: RuleContent, other: RuleContent): boolean {
  return one.ruleSet === other.ruleSet && one.examples === other.examples;
}
