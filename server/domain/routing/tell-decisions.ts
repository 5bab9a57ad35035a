import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { maskNumber } from "@/server/domain/people/mask-number";
import { explain } from "@/server/domain/routing/explain";
import type { Explanation } from "@/server/domain/routing/explanation/statement";
import type { StoredDecision } from "@/server/domain/routing/stored-decision";
import type { ArrivalTrace, RuleTried } from "@/server/domain/routing/trace";

/** What a decision answers about a call. */
export type DecisionTopic = { readonly about: "queue" | "agent" | "wait" } | OfGroup | OfAgent;

interface OfGroup {
  readonly about: "transfer" | "leaving";
  readonly skillGroupId: SkillGroupId;
}

interface OfAgent {
  readonly about: "choice";
  readonly agentId: UserId;
}

/** A decision as people read it, without what it was made from. */
export interface ToldDecision {
  readonly at: Instant;
  readonly ruleSetVersion: number;
  readonly topic: DecisionTopic;
  readonly explained: readonly Explanation[];
}

/**
 * The decisions of a call in the order of the call, the caller's number masked. A queue that no rule chose was
 * chosen by the agent who transferred the call there.
 */
export function tellDecisions(decisions: readonly StoredDecision[]): ToldDecision[] {
  return decisions.flatMap((decision, index) => {
    const { at, ruleSetVersion, trace } = decision;
    const told: ToldDecision = {
      at,
      ruleSetVersion,
      topic: topicOf(decision),
      explained: explain(trace.kind === "arrival" ? withMaskedNumber(trace) : trace),
    };
    if (decision.kind !== "waiting" || !isTransferred(decision, decisions[index - 1])) return [told];
    const { skillGroupId } = decision.call;
    return [{ ...told, topic: { about: "transfer", skillGroupId }, explained: [] }, told];
  });
}

function topicOf(decision: StoredDecision): DecisionTopic {
  if (decision.kind === "arrival") return { about: "queue" };
  if (decision.kind === "choice") return { about: "choice", agentId: decision.agent.agentId };
  if (decision.outcome.kind === "offer") return { about: "agent" };
  if (decision.outcome.kind === "wait") return { about: "wait" };
  return { about: "leaving", skillGroupId: decision.call.skillGroupId };
}

function isTransferred(
  { at, call }: Extract<StoredDecision, { kind: "waiting" }>,
  before: StoredDecision | undefined,
): boolean {
  return call.enteredAt === at && call.exitsTaken === 0 && before?.at !== at;
}

function withMaskedNumber(trace: ArrivalTrace): ArrivalTrace {
  return { ...trace, rules: trace.rules.map(maskTried) };
}

function maskTried(tried: RuleTried): RuleTried {
  if (tried.result !== "failed" || tried.failure.question.fact !== "callerNumber") return tried;
  const { found } = tried.failure;
  if (typeof found !== "string") return tried;
  return { ...tried, failure: { ...tried.failure, found: maskNumber(found) } };
}
