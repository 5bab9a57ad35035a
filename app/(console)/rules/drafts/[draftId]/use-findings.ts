"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { FindingsDesk } from "@/app/(console)/rules/drafts/[draftId]/findings-desk";
import { sameWhereAlike } from "@/app/(console)/rules/drafts/[draftId]/same-where-alike";
import type { Analysis } from "@/server/domain/routing/analysis/analyse";
import type { RuleSet } from "@/server/domain/routing/rule";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";

const DEBOUNCE_MS = 150;

/** What the analysis says of the rules, worked out beside the page so that no key press waits for it. */
export function useFindings(ruleSet: RuleSet, knowledge: Knowledge): Analysis | null {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const desk = useRef<FindingsDesk | null>(null);

  useEffect(() => {
    // Hundreds of findings are drawn when the typing lets them, and only those that are new.
    const opened = new FindingsDesk((answer) =>
      startTransition(() => setAnalysis((before) => sameWhereAlike(before, answer))),
    );
    desk.current = opened;
    return () => opened.close();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => desk.current?.ask({ ruleSet, knowledge, now: Date.now() }), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [ruleSet, knowledge]);

  return analysis;
}
