import type { Instant } from "@/server/domain/instant";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import type { RuleSet } from "@/server/domain/routing/rule";
import { type Knowledge, knownOf } from "@/server/domain/routing/versions/knowledge";

/** What the editor asks: the answer is the analysis. */
export interface FindingsQuestion {
  readonly ruleSet: RuleSet;
  readonly knowledge: Knowledge;
  readonly now: Instant;
}

self.addEventListener("message", ({ data }: MessageEvent<FindingsQuestion>) => {
  self.postMessage(analyse(data.ruleSet, knownOf(data.knowledge, data.now)));
});
