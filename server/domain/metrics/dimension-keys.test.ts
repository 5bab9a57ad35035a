import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCall } from "@/server/domain/calls/fold";
import { AGENTS, eventsOf, SKILL_GROUPS } from "@/server/domain/calls/life-notation";
import { Dimension } from "@/server/domain/metrics/dimension";
import { keysAsked, keysOf, narrowedTo, passesFilter } from "@/server/domain/metrics/dimension-keys";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";

const factsOf = (life: string) => factsOfCall(foldCall(eventsOf(life))).legs;
const legs = [
  ...factsOf("0 callArrived, 0 queueEntered Orders, 1 agentOffered Ana, 2 agentAnswered Ana, 9 callerHungUp"),
  ...factsOf(
    "0 callArrived, 0 ivrEntered menu, 1 ivrKeyPressed menu 1, 2 queueEntered Returns, " +
      "3 agentOffered Bo, 4 agentAnswered Bo, 9 callerHungUp",
  ),
];

test("a filter narrowed to the key of a record lets exactly the records under that key through", () => {
  expect(legs).toHaveLength(2);
  fc.assert(
    fc.property(fc.constantFrom(...Dimension.options), fc.constantFrom(...legs), (dimension, leg) => {
      const [key = null] = keysOf(dimension, leg);
      const filter = narrowedTo({}, dimension, key);
      expect(filter && keysAsked(filter, dimension)).toEqual([key]);
      const passing = legs.filter((one) => filter && passesFilter(filter, one));
      expect(passing).toEqual(legs.filter((one) => keysOf(dimension, one).includes(key)));
    }),
  );
});

test("what else a filter asks for stays asked for", () => {
  const filter = { skillGroupIds: [SKILL_GROUPS.Orders], direction: "inbound" } as const;
  expect(narrowedTo({ ...filter, skillGroupIds: [...filter.skillGroupIds] }, "agent", AGENTS.Ana)).toEqual({
    ...filter,
    agentIds: [AGENTS.Ana],
  });
});

test.each<[Dimension, string | null]>([
  ["agent", "Ana"],
  ["path", "1".repeat(300)],
  ["direction", "sideways"],
])("no filter can ask for the %s %j", (dimension, key) => {
  expect(narrowedTo({}, dimension, key)).toBeNull();
});
