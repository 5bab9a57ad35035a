"use client";

import { useEffect, useRef, useState } from "react";
import type {
  FindingsAnswer,
  FindingsQuestion,
} from "@/app/(console)/rules/drafts/[draftId]/findings-worker";
import type { Analysis } from "@/server/domain/routing/analysis/analyse";
import type { RuleSet } from "@/server/domain/routing/rule";
import type { Knowledge } from "@/server/domain/routing/versions/knowledge";

const DEBOUNCE_MS = 150;

/** What the analysis says of the rules, worked out beside the page so that no key press waits for it. */
export function useFindings(ruleSet: RuleSet, knowledge: Knowledge): Analysis | null {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const started = new Worker(new URL("./findings-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<FindingsAnswer>) => {
      if (data.number === asked.current) setAnalysis(data.analysis);
    });
    worker.current = started;
    return () => started.terminate();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current += 1;
      const question: FindingsQuestion = { number: asked.current, ruleSet, knowledge, now: Date.now() };
      worker.current?.postMessage(question);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [ruleSet, knowledge]);

  return analysis;
}
