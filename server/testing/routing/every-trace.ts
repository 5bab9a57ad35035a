import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import type { Failure } from "@/server/domain/routing/ask";
import type { AgentOrder, Fallback, Obstacle } from "@/server/domain/routing/rule";
import type {
  AgentTried,
  ArrivalTrace,
  CallTried,
  ChoiceTrace,
  GroupTried,
  RuleTried,
  Unfit,
  WaitingTrace,
} from "@/server/domain/routing/trace";
import { callNumbered } from "@/server/testing/routing/generated-floors";
import {
  agentNumbered,
  MONDAY,
  ORDERS,
  RETURNS,
  ruleNumbered,
} from "@/server/testing/routing/generated-rules";

export const [LI, CHEN] = [agentNumbered(1), agentNumbered(2)];

type FailureRow = [Failure["question"], Failure["found"], Failure["isNegated"], string];

const either = [false, true];
const ofFloor = { skillGroupId: ORDERS, value: 5 } as const;

export const failures: FailureRow[] = [
  [
    { fact: "customerTier", operator: "isOneOf", values: ["Gold"] },
    "Silver",
    false,
    "the customer tier is Silver, not Gold",
  ],
  [
    { fact: "language", operator: "isOneOf", values: ["English", null] },
    null,
    true,
    "the language is unknown, which the rule leaves out",
  ],
  [
    { fact: "province", operator: "isOneOf", values: ["Jiangsu", "Hunan", null] },
    "Guangdong",
    false,
    "the province is 广东, not Jiangsu, Hunan, or unknown",
  ],
  [
    { fact: "verification", operator: "isOneOf", values: ["passed", "not_needed"] },
    "by_agent",
    false,
    "the verification is left to the agent, not passed or not needed",
  ],
  [
    { fact: "weekday", operator: "isOneOf", values: [6, 7] },
    1,
    false,
    "it was Monday on the rules’ clock, not Saturday or Sunday",
  ],
  [
    { fact: "timeOfDay", operator: "between", from: 540, until: 1080 },
    1290,
    false,
    "it was 21:30 on the rules’ clock, not between 09:00 and 18:00",
  ],
  [
    { fact: "lastAgentId", operator: "isOneOf", values: [CHEN] },
    LI,
    false,
    "the customer last spoke with Li Wen, not with Chen Jie",
  ],
  [
    { fact: "callerNumber", operator: "startsWith", values: ["138", "139"] },
    "15012345678",
    false,
    "the caller’s number is 150 •••• 5678, and the rule asks for one that begins with 138 or 139",
  ],
  [
    { fact: "dialledNumber", operator: "isOneOf", values: ["4001"] },
    "4002",
    false,
    "the dialled number is 4002, not 4001",
  ],
  [
    { fact: "keyTrack", operator: "startsWith", values: [["1", "2"]] },
    [],
    false,
    "the caller pressed no key, and the rule asks for 1 2 at the beginning",
  ],
  [
    { fact: "keyTrack", operator: "contains", values: [["9"]] },
    ["1", "9"],
    true,
    "the caller pressed 1 9, and the rule leaves out those who press 9",
  ],
  [
    { fact: "hoursSinceLastCall", operator: "within", value: 24 },
    30,
    false,
    "the customer’s last call was 30 hours before, not within 24 hours",
  ],
  [
    { fact: "hasOpenWorkOrder", operator: "is", value: true },
    false,
    false,
    "the customer has no open work order",
  ],
  [{ fact: "isOpen", operator: "is", value: true, skillGroupId: ORDERS }, false, false, "Orders was closed"],
  [
    { fact: "callersWaiting", operator: "atLeast", ...ofFloor },
    3,
    false,
    "3 callers were waiting for Orders, and the rule asks for at least 5",
  ],
  [
    { fact: "agentsFree", operator: "atLeast", ...ofFloor },
    6,
    true,
    "6 agents were free in Orders, and the rule asks for fewer than 5",
  ],
  [
    { fact: "longestWaitSeconds", operator: "below", ...ofFloor, value: 60 },
    247,
    false,
    "the longest wait in Orders was 4:07, and the rule asks for less than 1:00",
  ],
  [
    { fact: "estimatedWaitSeconds", operator: "below", ...ofFloor },
    3,
    true,
    "the estimated wait in Orders was 0:03, and the rule asks for at least 0:05",
  ],
  [
    { fact: "agentsStaffed", operator: "below", ...ofFloor },
    5,
    false,
    "5 agents were staffed in Orders, and the rule asks for fewer than 5",
  ],
];

/** Whatever those above leave out, so that each sentence is printed once at least. */
const furtherFailures: Failure[] = failures.flatMap(([question, found]) =>
  either.flatMap((isNegated): Failure[] => {
    const isKnown = { question, found, isNegated };
    const isUnknown = { question, found: null, isNegated };
    switch (question.fact) {
      case "callerNumber":
      case "dialledNumber": {
        const { fact } = question;
        const listed: Failure["question"] = { fact, operator: "isOneOf", values: ["4001"] };
        const starting: Failure["question"] = { fact, operator: "startsWith", values: ["4"] };
        return [listed, starting].flatMap((one) => [
          { question: one, found: "4002", isNegated },
          { question: one, found: null, isNegated },
        ]);
      }
      case "lastAgentId":
      case "hoursSinceLastCall":
        return [isKnown, isUnknown];
      case "hasOpenWorkOrder":
      case "isOpen":
        return either.map((answer) => ({ question, found: answer, isNegated: answer === question.value }));
      default:
        return [isKnown];
    }
  }),
);

export const failed = (failure: Failure): RuleTried => ({
  ruleId: ruleNumbered(2),
  result: "failed",
  failure,
});

export function arrival(rules: readonly RuleTried[], groups: readonly GroupTried[] = []): ArrivalTrace {
  return { kind: "arrival", at: MONDAY, rules, groups };
}

export function waiting(overrides: Partial<WaitingTrace>): WaitingTrace {
  return { kind: "waiting", at: MONDAY, waitSeconds: 45, exit: null, groups: [], agents: [], ...overrides };
}

export function choice(calls: readonly CallTried[]): ChoiceTrace {
  return { kind: "choice", at: MONDAY, agentId: LI, calls };
}

export function eligible(by: AgentOrder["by"], ...ranks: (readonly number[])[]): AgentTried[] {
  return ranks.map((keys, index) => ({
    agentId: [LI, CHEN][index] ?? LI,
    unfit: null,
    skillGroupId: ORDERS,
    place: index + 1,
    rank: { askedInVain: 0, lastAgent: 1, by, keys },
  }));
}

const message = "Please call again later.";
const fallbacks: Fallback[] = [
  { kind: "waitAnyway" },
  { kind: "overflow", to: RETURNS },
  { kind: "callback" },
  { kind: "hangUp", message },
];
const groups = (["closed", "unstaffed", "full"] satisfies Obstacle[]).flatMap((obstacle) =>
  [...fallbacks, null].map((fallback): GroupTried => ({ skillGroupId: ORDERS, obstacle, fallback })),
);
export const unfit: Unfit[] = [
  { reason: "notInGroup" },
  { reason: "belowRing", proficiency: 2, needed: 4 },
  ...SystemState.exclude(["free"]).options.map((state) => ({ reason: "notFree" as const, state })),
  ...PresenceStatus.exclude(["idle"]).options.map((status) => ({ reason: "notIdle" as const, status })),
];
export const takeable = [1, 2].map((number): CallTried => {
  const placed = { place: number, score: 7.5, waitSeconds: 45 };
  return { callId: callNumbered(number), unfit: null, skillGroupId: ORDERS, ...placed };
});
const LAST = Number.MAX_SAFE_INTEGER;
export const ago = (seconds: number) => MONDAY - seconds * 1000;

export const traces = [
  arrival([]),
  arrival([{ ruleId: ruleNumbered(1), result: "disabled" }]),
  ...failures.map(([question, found, isNegated]) => arrival([failed({ question, found, isNegated })])),
  ...furtherFailures.map((failure) => arrival([failed(failure)])),
  arrival(
    [{ ruleId: ruleNumbered(1), result: "matched" }],
    [...groups, { skillGroupId: RETURNS, obstacle: null, fallback: null }],
  ),
  arrival([{ ruleId: ruleNumbered(1), result: "matched" }], groups.slice(1, 2)),
  waiting({ exit: { because: "step", step: { kind: "overflow", afterSeconds: 40, to: RETURNS } } }),
  waiting({ exit: { because: "step", step: { kind: "hangUp", afterSeconds: 40, message } } }),
  ...fallbacks.flatMap((fallback) =>
    fallback.kind === "waitAnyway"
      ? []
      : [waiting({ exit: { because: "longestWait", longestWaitSeconds: 30, fallback } })],
  ),
  waiting({ agents: unfit.map((reason) => ({ agentId: LI, unfit: reason })) }),
  waiting({ agents: eligible("longestIdle", [ago(90)], [LAST]) }),
  waiting({ agents: eligible("leastRecentlyOffered", [-1, ago(9)], [ago(60), ago(9)]) }),
  waiting({ agents: eligible("fixed", [0, ago(9)], [LAST, ago(9)]) }),
  waiting({ agents: eligible("proficiency", [-4, ago(9)], [-4, ago(9)]) }),
  waiting({ agents: eligible("fewestCallsToday", [1, ago(9)], [1, ago(5)]) }),
  waiting({ agents: eligible("lowestOccupancy", [0.25, ago(9)], [0.5, ago(9)]) }),
  waiting({ agents: eligible("random", [17], [33]) }),
  waiting({
    agents: eligible("random", [17], [33]).map((agent) =>
      agent.unfit === null
        ? { ...agent, rank: { ...agent.rank, askedInVain: 1, lastAgent: agent.place === 1 ? 0 : 1 } }
        : agent,
    ),
  }),
  choice(takeable),
  choice([{ callId: callNumbered(1), unfit: { reason: "leaving" } }]),
  choice(unfit.map((reason) => ({ callId: callNumbered(1), unfit: reason }))),
];
