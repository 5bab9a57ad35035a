"use client";

import { createContext, useContext } from "react";
import type { RuleNames, RuleWords } from "@/app/_components/rules/rule-words";
import type { Content, Edit } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Example } from "@/server/domain/routing/regions/example";
import type { RuleId } from "@/server/domain/routing/rule";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";

/** What the inspector shows. */
export type Selected =
  | { readonly kind: "rule"; readonly ruleId: RuleId }
  | { readonly kind: "group"; readonly skillGroupId: SkillGroupId };

export interface EditorValue {
  readonly content: Content;
  /** `field` names what is typed into, so that it is undone in one go. */
  readonly edit: (edit: Edit, field?: string) => void;
  readonly isReadOnly: boolean;
  readonly words: RuleWords;
  readonly names: RuleNames;
  readonly knowledge: Knowledge;
  readonly selected: Selected;
  readonly select: (selected: Selected) => void;
  readonly tryCall: (example: Example) => void;
}

const EditorContext = createContext<EditorValue | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (value === null) throw new Error("only inside the rule editor");
  return value;
}
