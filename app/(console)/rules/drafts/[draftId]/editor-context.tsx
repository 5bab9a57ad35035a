"use client";

import { createContext, useContext } from "react";
import type { RuleNames, RuleWords } from "@/app/_components/rules/rule-words";
import type { Edit } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import type { FindingPlace } from "@/server/domain/routing/analysis/finding";
import type { Example } from "@/server/domain/routing/regions/example";
import type { DraftId, RuleContent } from "@/server/domain/routing/versions/draft";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";

export interface EditorValue {
  readonly draftId: DraftId;
  readonly content: RuleContent;
  /** `field` names what is typed into, so that it is undone in one go. */
  readonly edit: (edit: Edit, field?: string) => void;
  readonly isReadOnly: boolean;
  readonly words: RuleWords;
  readonly names: RuleNames;
  readonly knowledge: Knowledge;
  /** What the inspector shows. */
  readonly selected: FindingPlace;
  readonly select: (place: FindingPlace) => void;
  readonly tryCall: (example: Example) => void;
}

const EditorContext = createContext<EditorValue | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (value === null) throw new Error("only inside the rule editor");
  return value;
}
