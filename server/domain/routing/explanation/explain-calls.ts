import type { UserId } from "@/server/domain/identifiers";
import { explainUnfit } from "@/server/domain/routing/explanation/explain-agents";
import {
  type Explanation,
  ofAgent,
  ofCall,
  ofClause,
  ofGroup,
  ofNumber,
  ofSeconds,
  plain,
} from "@/server/domain/routing/explanation/statement";
import type { CallTried, ChoiceTrace } from "@/server/domain/routing/trace";

type Takeable = Extract<CallTried, { unfit: null }>;

/** Which call a freed agent got, which unfolds into every waiting call with its score or why it was none for them. */
export function explainChoice({ agentId, calls }: ChoiceTrace): Explanation {
  const agent = ofAgent(agentId);
  const takeable = calls.flatMap((call) => (call.unfit === null ? [call] : []));
  const placed = takeable.map((call, index) => explainPlace(call, takeable[index - 1]));
  const near = calls.filter(({ unfit }) => unfit?.reason !== "notInGroup");
  const strangers = calls.filter(({ unfit }) => unfit?.reason === "notInGroup");
  const children = [
    ...placed,
    ...near.flatMap((call) => explainPassedOver(call, agentId)),
    ...foldStrangers(strangers, agentId),
  ];
  const [first] = takeable;
  if (first === undefined)
    return { key: "calls.none", values: { agent, count: ofNumber(calls.length) }, children };
  const values = {
    agent,
    call: ofCall(first.callId),
    group: ofGroup(first.skillGroupId),
    count: ofNumber(takeable.length),
  };
  return { key: "calls.chosen", values, children };
}

/** Calls for other groups, often by far the most, are told last and behind one sentence. */
function foldStrangers(strangers: readonly CallTried[], agentId: UserId): Explanation[] {
  if (strangers.length === 0) return [];
  const values = { agent: ofAgent(agentId), count: ofNumber(strangers.length) };
  const children = strangers.flatMap((call) => explainPassedOver(call, agentId));
  return [{ key: "calls.strangers", values, children }];
}

function explainPlace(
  { callId, skillGroupId, score, waitSeconds, place }: Takeable,
  before: Takeable | undefined,
): Explanation {
  const values = {
    place: ofNumber(place),
    call: ofCall(callId),
    group: ofGroup(skillGroupId),
    score: ofNumber(score),
    wait: ofSeconds(waitSeconds),
  };
  const children = before?.score === score ? [plain("calls.tie", { other: ofCall(before.callId) })] : [];
  return { key: "calls.placed", values, children };
}

function explainPassedOver({ callId, unfit }: CallTried, agentId: UserId): Explanation[] {
  if (unfit === null) return [];
  const call = ofCall(callId);
  if (unfit.reason === "leaving") return [plain("calls.leaving", { call })];
  return [plain("calls.unfit", { call, reason: ofClause(explainUnfit(unfit, agentId)) })];
}
