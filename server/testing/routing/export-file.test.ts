import { describe, expect, test } from "vitest";
import type { UserId } from "@/server/domain/identifiers";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { readExportFile, writeExportFile } from "@/server/domain/routing/versions/export-file";
import { EXPORT_LENGTH_MAX } from "@/server/domain/routing/versions/lengths";
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
const agents: ReadonlySet<UserId> = new Set();
const known = { groups: new Set(groups.map(({ skillGroupId }) => skillGroupId)), agents };

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
    expect(readExportFile(file, { groups, agents })).toEqual({ ok: true, value: content });
  });

  test("finds the groups of another hotline by their names, wherever the rules name them", () => {
    const elsewhere = groups.map(({ name }, index) => ({ skillGroupId: groupNumbered(index + 50), name }));
    const read = readExportFile(file, { groups: elsewhere, agents });
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
    expect(readExportFile(file, { groups: groups.slice(0, 1), agents })).toMatchObject({
      reason: "rules_file_groups_missing",
      details: { groups: "Returns, Technical" },
    });
  });

  test("is refused where it names a group that neither it nor this hotline knows", () => {
    const strange = file.replaceAll(TECHNICAL, groupNumbered(9));
    const unlisted = JSON.stringify({ ...JSON.parse(strange), groups: JSON.parse(file).groups });
    expect(readExportFile(unlisted, { groups, agents })).toMatchObject({
      reason: "rules_invalid",
      details: { path: "ruleSet.queueRules[0].treatment.steps[0].to[1]", fault: "unknownGroup" },
    });
  });

  test.each([1000, 100_000])(
    "is refused with the place where it nests too deeply, were it %d deep",
    (depth) => {
      const deep = file.replace(/"when": \{[^}]*\}/, () => `"when": ${nestedText(depth)}`);
      expect(readExportFile(deep, { groups, agents })).toMatchObject({
        reason: "rules_invalid",
        details: { path: `ruleSet.queueRules[0].when${".not".repeat(20)}`, fault: "tooDeep" },
      });
    },
  );

  test("of 10,000 rules is refused for their number, as indented as we export it", () => {
    const queueRules = Array.from({ length: 10_000 }, (_, index) => queueRule(index));
    const many = { ...JSON.parse(file), ruleSet: { ...content.ruleSet, queueRules } };
    expect(readExportFile(JSON.stringify(many, null, 2), { groups, agents })).toMatchObject({
      reason: "rules_invalid",
      details: { path: "ruleSet.queueRules", fault: "tooMany" },
    });
  });

  test.each([
    ["no JSON", "{"],
    ["another format", JSON.stringify({ ...JSON.parse(file), format: "other" })],
  ])("is refused when it is %s", (_, text) => {
    expect(readExportFile(text, { groups, agents })).toMatchObject({
      ok: false,
      reason: "rules_file_not_ours",
    });
  });

  test.each([
    ["a later version of the format", { formatVersion: 2 }, { path: "formatVersion", fault: "invalid" }],
    ["a field that nobody knows", { more: true }, { path: "more", fault: "unknownField" }],
    ["a group without a name", { groups: [{ id: ORDERS }] }, { path: "groups[0].name", fault: "invalid" }],
  ])("is refused with the place of the fault when it has %s", (_, changed, details) => {
    const text = JSON.stringify({ ...JSON.parse(file), ...changed });
    expect(readExportFile(text, { groups, agents })).toMatchObject({ reason: "rules_invalid", details });
  });

  test("is refused when it is too large to be read", () => {
    expect(readExportFile(" ".repeat(EXPORT_LENGTH_MAX + 1), { groups, agents })).toMatchObject({
      reason: "rules_too_large",
    });
  });
});

const nestedText = (depth: number) =>
  `${'{"not":'.repeat(depth)}{"fact":"hasOpenWorkOrder","operator":"is","value":true}${"}".repeat(depth)}`;

const withCondition = (when: unknown) => ({
  ruleSet: { ...content.ruleSet, queueRules: [{ ...queueRule(1), when }, queueRule(2)] },
  examples: [],
});

describe("rules that cannot be are refused with the place of the fault:", () => {
  test.each([
    [
      "an unknown fact",
      withCondition({ fact: "weather", operator: "is", value: true }),
      "ruleSet.queueRules[0].when.fact",
    ],
    [
      "an unknown field",
      { ...content, ruleSet: { ...content.ruleSet, queueRules: [{ ...queueRule(1), colour: "red" }] } },
      "ruleSet.queueRules[0].colour",
    ],
    [
      "a group that is not there",
      {
        ...content,
        ruleSet: ruleSet([queueRule(1, { treatment: treatment({ skillGroupId: groupNumbered(9) }) })]),
      },
      "ruleSet.queueRules[0].treatment.skillGroupId",
    ],
    ["no rule set", { ...content, ruleSet: null }, "ruleSet"],
    ["no example", { ...content, examples: [null] }, "examples[0]"],
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

  test.each([1000, 100_000])("conditions that nest %d deep", (depth) => {
    expect(readContent(withCondition(JSON.parse(nestedText(depth))), known)).toMatchObject({
      reason: "rules_invalid",
      details: { path: `ruleSet.queueRules[0].when${".not".repeat(20)}`, fault: "tooDeep" },
    });
  });
});
