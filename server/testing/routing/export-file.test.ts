import { describe, expect, test } from "vitest";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { contentLengthMax } from "@/server/domain/routing/versions/draft";
import { readExportFile, writeExportFile } from "@/server/domain/routing/versions/export-file";
import { readContent } from "@/server/domain/routing/versions/read-content";
import {
  groupNumbered,
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

const groups = [
  { skillGroupId: ORDERS, name: "Orders" },
  { skillGroupId: RETURNS, name: "Returns" },
  { skillGroupId: TECHNICAL, name: "Technical" },
];
const known = new Set<string>(groups.map(({ skillGroupId }) => skillGroupId));

const content: RuleContent = {
  ruleSet: ruleSet([
    queueRule(1, {
      when: { fact: "callersWaiting", skillGroupId: RETURNS, operator: "atLeast", value: 5 },
      treatment: treatment({ steps: [{ kind: "widen", afterSeconds: 30, to: [RETURNS, TECHNICAL] }] }),
    }),
    queueRule(2),
  ]),
  examples: [],
};

const file = writeExportFile({ ...content, number: 12, comment: "For the holidays", at: MONDAY }, groups);

describe("a rule set as a file", () => {
  test("comes back as it was", () => {
    expect(readExportFile(file, groups)).toEqual({ ok: true, value: content });
  });

  test("finds the groups of another hotline by their names, wherever the rules name them", () => {
    const elsewhere = groups.map(({ name }, index) => ({ skillGroupId: groupNumbered(index + 50), name }));
    const read = readExportFile(file, elsewhere);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.ruleSet.queueRules[0]).toMatchObject({
      when: { skillGroupId: groupNumbered(51) },
      treatment: {
        skillGroupId: groupNumbered(50),
        steps: [{ to: [groupNumbered(51), groupNumbered(52)] }],
      },
    });
    expect(JSON.stringify(read.value)).not.toContain(ORDERS);
  });

  test("is refused with the names of the groups that are not here", () => {
    expect(readExportFile(file, groups.slice(0, 1))).toMatchObject({
      reason: "rules_file_groups_missing",
      details: { groups: "Returns, Technical" },
    });
  });

  test.each([
    ["no JSON", "{"],
    ["another format", JSON.stringify({ ...JSON.parse(file), format: "other" })],
    ["a later version of the format", JSON.stringify({ ...JSON.parse(file), formatVersion: 2 })],
    ["a field that nobody knows", JSON.stringify({ ...JSON.parse(file), more: true })],
  ])("is refused when it is %s", (_, text) => {
    expect(readExportFile(text, groups)).toMatchObject({ ok: false, reason: "rules_file_not_ours" });
  });

  test("is refused when it is too large to be read", () => {
    expect(readExportFile(" ".repeat(contentLengthMax + 1), groups)).toMatchObject({
      reason: "rules_too_large",
    });
  });
});

const nested = (depth: number) =>
  JSON.parse(
    `${'{"not":'.repeat(depth)}{"fact":"hasOpenWorkOrder","operator":"is","value":true}${"}".repeat(depth)}`,
  );

const withCondition = (when: unknown) => ({
  ruleSet: { ...content.ruleSet, queueRules: [{ ...queueRule(1), when }, queueRule(2)] },
  examples: [],
});

describe("rules that cannot be are refused with the place of the fault:", () => {
  test.each([
    [
      "an unknown fact",
      withCondition({ fact: "weather", operator: "is", value: true }),
      "ruleSet.queueRules.0.when.fact",
    ],
    [
      "an unknown field",
      { ...content, ruleSet: { ...content.ruleSet, queueRules: [{ ...queueRule(1), colour: "red" }] } },
      "ruleSet.queueRules.0",
    ],
    [
      "10,000 rules",
      {
        ...content,
        ruleSet: {
          ...content.ruleSet,
          queueRules: Array.from({ length: 10_000 }, (_, index) => queueRule(index)),
        },
      },
      "ruleSet.queueRules",
    ],
  ])("%s", (_, json, path) => {
    expect(readContent(json, known)).toMatchObject({ reason: "rules_invalid", details: { path } });
  });

  test("a group that is not there", () => {
    const json = {
      ...content,
      ruleSet: ruleSet([queueRule(1, { treatment: treatment({ skillGroupId: groupNumbered(9) }) })]),
    };
    expect(readContent(json, known)).toMatchObject({
      reason: "rules_name_unknown_group",
      details: { path: "ruleSet.queueRules.0.treatment.skillGroupId", group: groupNumbered(9) },
    });
  });

  test.each([1000, 5000])("conditions that nest %d deep", (depth) => {
    expect(readContent(withCondition(nested(depth)), known)).toMatchObject({ reason: "rules_too_deep" });
  });
});
