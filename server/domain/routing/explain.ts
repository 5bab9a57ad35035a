import { explainAgents } from "@/server/domain/routing/explanation/explain-agents";
import { explainChoice } from "@/server/domain/routing/explanation/explain-calls";
import { explainExit, explainGroups, explainRules } from "@/server/domain/routing/explanation/explain-entry";
import { type Explanation, ofSeconds, plain } from "@/server/domain/routing/explanation/statement";
import type { ArrivalTrace, ChoiceTrace, WaitingTrace } from "@/server/domain/routing/trace";

/**
 * What a trace tells, as sentences that unfold into the candidates and conditions behind them. Nothing is
 * decided anew: whatever is said stands in the trace.
 */
export function explain(trace: ArrivalTrace | WaitingTrace | ChoiceTrace): Explanation[] {
  switch (trace.kind) {
    case "arrival":
      return [explainRules(trace.rules), ...explainGroups(trace.groups)];
    case "waiting":
      return explainWaiting(trace);
    case "choice":
      return [explainChoice(trace)];
  }
}

function explainWaiting({ at, waitSeconds, exit, groups, agents }: WaitingTrace): Explanation[] {
  const waited = plain("agents.waited", { wait: ofSeconds(waitSeconds) });
  if (exit === null) return [waited, explainAgents(agents, at)];
  return [waited, explainExit(exit), ...explainGroups(groups)];
}
