import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type ExplanationNames, Sentences } from "@/app/_components/explanation/sentence";
import { formats } from "@/app/_i18n/formats";
import english from "@/app/_messages/en.json";
import chinese from "@/app/_messages/zh-CN.json";
import { PresenceStatus, SystemState } from "@/server/domain/presence/presence";
import type { Failure } from "@/server/domain/routing/ask";
import { explain } from "@/server/domain/routing/explain";
import type { Explanation, Statement } from "@/server/domain/routing/explanation/statement";
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

const [LI, CHEN] = [agentNumbered(1), agentNumbered(2)];

const names: ExplanationNames = {
  groups: new Map([
    [ORDERS, "Orders"],
    [RETURNS, "Returns"],
  ]),
  agents: new Map([
    [LI, "Li Wen"],
    [CHEN, "Chen Jie"],
  ]),
  rules: new Map([1, 2, 3].map((number) => [ruleNumbered(number), `Name ${number}`])),
  calls: new Map([1, 2].map((number) => [callNumbered(number), `call ${number}`])),
  places: new Map([["Guangdong", "广东"]]),
};

/** A sentence that lacks a value or a message fails the test. */
function onError(error: Error): never {
  throw error;
}

const namespace = "explanation";
const inEnglish = new Sentences(
  createTranslator({ locale: "en", messages: english, namespace, formats, onError }),
  createFormatter({ locale: "en", formats, timeZone: "UTC", onError }),
  names,
);
const inChinese = new Sentences(
  createTranslator({ locale: "zh-CN", messages: chinese, namespace, formats, onError }),
  createFormatter({ locale: "zh-CN", formats, timeZone: "UTC", onError }),
  names,
);

type FailureRow = [Failure["question"], Failure["found"], Failure["isNegated"], string];

const either = [false, true];
const ofFloor = { skillGroupId: ORDERS, value: 5 } as const;

const failures: FailureRow[] = [
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

const failed = (failure: Failure): RuleTried => ({ ruleId: ruleNumbered(2), result: "failed", failure });

function arrival(rules: readonly RuleTried[], groups: readonly GroupTried[] = []): ArrivalTrace {
  return { kind: "arrival", at: MONDAY, rules, groups };
}

function waiting(overrides: Partial<WaitingTrace>): WaitingTrace {
  return { kind: "waiting", at: MONDAY, waitSeconds: 45, exit: null, groups: [], agents: [], ...overrides };
}

function choice(calls: readonly CallTried[]): ChoiceTrace {
  return { kind: "choice", at: MONDAY, agentId: LI, calls };
}

function eligible(by: AgentOrder["by"], ...ranks: (readonly number[])[]): AgentTried[] {
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
const unfit: Unfit[] = [
  { reason: "notInGroup" },
  { reason: "belowRing", proficiency: 2, needed: 4 },
  ...SystemState.exclude(["free"]).options.map((state) => ({ reason: "notFree" as const, state })),
  ...PresenceStatus.exclude(["idle"]).options.map((status) => ({ reason: "notIdle" as const, status })),
];
const takeable = [1, 2].map((number): CallTried => {
  const placed = { place: number, score: 7.5, waitSeconds: 45 };
  return { callId: callNumbered(number), unfit: null, skillGroupId: ORDERS, ...placed };
});
const LAST = Number.MAX_SAFE_INTEGER;
const ago = (seconds: number) => MONDAY - seconds * 1000;

const traces = [
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

const explained = traces.flatMap((trace) => explain(trace));

function* everyStatement(statements: readonly (Statement | Explanation)[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    for (const value of Object.values(statement.values))
      if (value.kind === "clause") yield* everyStatement([value.clause]);
    if ("children" in statement) yield* everyStatement(statement.children);
  }
}

interface Tree {
  [key: string]: string | Tree;
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

function keysOf(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [key] : keysOf(value).map((rest) => `${key}.${rest}`),
  );
}

test("the traces of these tests print every sentence that there is", () => {
  const { title: _, unknown: __, weekdays: ___, verifications: ____, ...sentences } = english.explanation;
  const printed = new Set<string>([...everyStatement(explained)].map(({ key }) => key));
  expect(keysOf(Tree.parse(sentences)).filter((key) => !printed.has(key))).toEqual([]);
});

describe.each([
  ["English", inEnglish],
  ["Chinese", inChinese],
])("in %s", (_language, sentences) => {
  test("no sentence leaves an id or a gap where the names are known", () => {
    for (const statement of everyStatement(explained)) {
      const sentence = sentences.sentence(statement);
      expect(sentence).not.toMatch(
        /[\da-f]{8}-|[{}]|undefined|null|NaN|unknown (rule|group|agent|call)|未知(规则|技能组|坐席|来电)/,
      );
    }
  });
});

const reasons = failures.map(([question, found, isNegated, reason]) => ({
  reason,
  failure: { question, found, isNegated },
}));

test.each(reasons)("$reason", ({ reason, failure }) => {
  const [rules] = explain(arrival([failed(failure)]));
  expect(rules?.children.map((rule) => inEnglish.sentence(rule))).toEqual([
    `Rule 1 “Name 2” did not match: ${reason}.`,
  ]);
});

test("a rule that matched unfolds into those before it", () => {
  const question = { fact: "customerTier", operator: "isOneOf", values: ["Gold"] } as const;
  const tried = arrival(
    [
      { ruleId: ruleNumbered(1), result: "disabled" },
      failed({ question: { ...question, values: ["Gold"] }, found: "Silver", isNegated: false }),
      { ruleId: ruleNumbered(3), result: "matched" },
    ],
    [{ skillGroupId: ORDERS, obstacle: "full", fallback: { kind: "overflow", to: RETURNS } }],
  );
  const told = explain(tried);
  expect(told.map((one) => inEnglish.sentence(one))).toEqual([
    "Rule 3 “Name 3” was the first that matched.",
    "The queue of Orders was full, so the call went on to Returns.",
    "From there the call would have gone round in a circle, so it entered the queue of Orders, which it was meant for.",
  ]);
  expect(told[0]?.children.map((one) => inChinese.sentence(one))).toEqual([
    "规则 1“Name 1”已停用。",
    "规则 2“Name 2”不匹配：客户等级为Silver，而非Gold。",
  ]);
});

test("an offer unfolds into every agent with their place and what put them there, or why they had none", () => {
  const agents = [
    ...eligible("fewestCallsToday", [1, ago(200)], [1, ago(5)]),
    { agentId: agentNumbered(8), unfit: { reason: "notInGroup" as const } },
    { agentId: agentNumbered(9), unfit: { reason: "belowRing" as const, proficiency: 2, needed: 4 } },
  ];
  const [waited, offer] = explain(waiting({ agents }));
  expect([waited, offer].map((one) => one && inEnglish.sentence(one))).toEqual([
    "The caller had waited for 0:45.",
    "The call was offered to Li Wen, in Orders: the first of 2 agents who could take it.",
  ]);
  expect(offer?.children.map((one) => inEnglish.sentence(one))).toEqual([
    "1. Li Wen, in Orders, had taken 1 call that day.",
    "2. Chen Jie, in Orders, had taken 1 call that day.",
    "an unknown agent has proficiency 2, and 4 was needed.",
    "1 agent is in no group that could take the call.",
  ]);
  expect(offer?.children[1]?.children.map((one) => inEnglish.sentence(one))).toEqual([
    "Equal to Li Wen in this; Li Wen had been idle for longer and goes before.",
  ]);
});

test("a choice unfolds into every waiting call with its score", () => {
  const [chosen] = explain(choice(takeable));
  expect(chosen && inEnglish.sentence(chosen)).toBe(
    "Li Wen was offered call 1, in Orders: the first of 2 waiting calls that Li Wen could take.",
  );
  expect(chosen?.children.map((one) => inEnglish.sentence(one))).toEqual([
    "1. call 1, in Orders, has 7.5 points after 0:45 of waiting.",
    "2. call 2, in Orders, has 7.5 points after 0:45 of waiting.",
  ]);
});
