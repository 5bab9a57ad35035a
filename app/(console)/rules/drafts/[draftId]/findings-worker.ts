import type { Instant } from "@/server/domain/instant";
import { type Analysis, analyse } from "@/server/domain/routing/analysis/analyse";
import type { RuleSet } from "@/server/domain/routing/rule";
import { type Knowledge, knownOf } from "@/server/domain/routing/versions/knowledge";

/** What the editor asks for: each question has a number, so that only the latest answer counts. */
export interface FindingsQuestion {
  readonly number: number;
  readonly ruleSet: RuleSet;
  readonly knowledge: Knowledge;
  readonly now: Instant;
}

export interface FindingsAnswer {
  readonly number: number;
  readonly analysis: Analysis;
}

self.addEventListener("message", ({ data }: MessageEvent<FindingsQuestion>) => {
  const analysis = analyse(data.ruleSet, knownOf(data.knowledge, data.now));
  const answer: FindingsAnswer = { number: data.number, analysis };
  self.postMessage(answer);
});
