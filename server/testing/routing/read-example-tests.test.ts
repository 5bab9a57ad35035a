import { expect, test } from "vitest";
import { unknownCall } from "@/server/domain/routing/facts";
import { readExampleTests } from "@/server/domain/routing/read-example-tests";
import { agentNumbered, groupNumbered, MONDAY, ORDERS } from "@/server/testing/routing/generated-rules";

const known = { groups: new Set([ORDERS]), agents: new Set([agentNumbered(1)]) };

const example = {
  exampleId: "e0000000-0000-4000-8000-000000000001",
  name: "Anybody",
  call: { ...unknownCall, lastAgentId: agentNumbered(1) },
  groups: [],
  at: MONDAY,
  expected: { kind: "enter", skillGroupId: ORDERS, priority: null },
};
const facts = {
  callersWaiting: 0,
  longestWaitSeconds: 0,
  agentsFree: 0,
  agentsStaffed: 0,
  estimatedWaitSeconds: 0,
};
const another = { ...example, exampleId: "e0000000-0000-4000-8000-000000000002" };

test("example tests come back equal", () => {
  const json = [example, another];
  expect(readExampleTests(JSON.parse(JSON.stringify(json)), known)).toEqual({
    isRead: true,
    exampleTests: json,
  });
});

test.each<[string, unknown]>([
  [" invalid", { example }],
  [" tooMany", Array.from({ length: 501 }, () => null)],
  ["[1].name invalid", [example, { ...another, name: "" }]],
  ["[0].call.mood unknownField", [{ ...example, call: { ...example.call, mood: "good" } }]],
  ["[0].expected.kind invalid", [{ ...example, expected: { kind: "vanish" } }]],
  ["[1].exampleId duplicate", [example, example]],
  [
    "[0].groups[0].skillGroupId unknownGroup",
    [{ ...example, groups: [{ ...facts, skillGroupId: groupNumbered(9) }] }],
  ],
  [
    "[0].expected.skillGroupId unknownGroup",
    [{ ...example, expected: { ...example.expected, skillGroupId: groupNumbered(9) } }],
  ],
  [
    "[0].call.lastAgentId unknownAgent",
    [{ ...example, call: { ...unknownCall, lastAgentId: agentNumbered(9) } }],
  ],
])("%s is told", (fault, json) => {
  const read = readExampleTests(json, known);
  expect(read.isRead ? [] : read.faults.map(({ path, kind }) => `${path} ${kind}`)).toEqual([fault]);
});
