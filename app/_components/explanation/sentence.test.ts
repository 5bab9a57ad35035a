import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type ExplanationNames, Sentences } from "@/app/_components/explanation/sentence";
import { formats } from "@/app/_i18n/formats";
import english from "@/app/_messages/en.json";
import chinese from "@/app/_messages/zh-CN.json";
import { explain } from "@/server/domain/routing/explain";
import type { Explanation, Statement } from "@/server/domain/routing/explanation/statement";
import {
  ago,
  arrival,
  CHEN,
  choice,
  eligible,
  failed,
  failures,
  LI,
  takeable,
  traces,
  waiting,
} from "@/server/testing/routing/every-trace";
import { callNumbered } from "@/server/testing/routing/generated-floors";
import { agentNumbered, ORDERS, RETURNS, ruleNumbered } from "@/server/testing/routing/generated-rules";

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
