import { expect, test } from "vitest";
import { ExampleId, type Expectation, runExample } from "@/server/domain/routing/example-test";
import { unknownCall } from "@/server/domain/routing/facts";
import {
  MONDAY,
  ORDERS,
  queueRule,
  RETURNS,
  ruleSet,
  smallSurroundings,
  treatment,
} from "@/server/testing/routing/generated-rules";

test.each<[Expectation, boolean]>([
  [{ kind: "enter", skillGroupId: ORDERS, priority: 8 }, true],
  [{ kind: "enter", skillGroupId: ORDERS, priority: null }, true],
  [{ kind: "enter", skillGroupId: ORDERS, priority: 3 }, false],
  [{ kind: "enter", skillGroupId: RETURNS, priority: null }, false],
  [{ kind: "hangUp" }, false],
])(
  "where %o is expected of a call that enters Orders with priority 8, that it passes is %s",
  (expected, isPassed) => {
    const exampleId = ExampleId.parse("e0000000-0000-4000-8000-000000000001");
    const example = { exampleId, name: "Anybody", call: unknownCall, groups: [], at: MONDAY, expected };
    const rules = ruleSet([queueRule(1, { treatment: treatment({ priority: 8 }) })]);
    const run = runExample(rules, example, smallSurroundings.settings);
    expect(run.isPassed).toBe(isPassed);
    expect(run.came).toEqual({ kind: "enter", skillGroupId: ORDERS, priority: 8 });
  },
);
